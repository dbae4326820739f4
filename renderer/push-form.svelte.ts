import type { Bridge } from '../electron/shared/bridge.ts';
import {
  pushForms,
  type PushDraft,
  type PushField,
  type PushOutcome,
  type PushService,
  type PushTarget,
  type PushTargetEntry,
  type PushTrouble,
} from '../electron/shared/push.ts';
import { newsKinds, type NewsKind } from '../electron/shared/quiet.ts';
import { asksForPlainHttp } from './plain-http.ts';

/** Where an error stands. `form` is below all fields. */
export type PushPlace = 'name' | PushField | 'form';

/** A phone or chat as it is being filled in. What was entered is forgotten as soon as it is stored. */
export class PushForm {
  name = $state('');
  service: PushService = $state('ntfy');
  readonly entered: Record<PushField, string> = $state({
    address: pushForms.ntfy.address,
    channel: '',
    token: '',
    secret: '',
  });
  kinds: readonly NewsKind[] = $state.raw(newsKinds);
  /** Null for all gateways. */
  gatewayIds: readonly string[] | null = $state.raw(null);
  allowPlainHttp = $state(false);
  /** False while a stored target keeps what was entered for it. */
  entersAnew = $state(true);
  trouble: PushTrouble | null = $state(null);
  outcome: PushOutcome | null = $state.raw(null);
  busy: 'testing' | 'saving' | null = $state(null);

  readonly fields = $derived([...pushForms[this.service].needs, ...pushForms[this.service].may]);
  readonly asksForPlainHttp = $derived(
    this.entersAnew ? asksForPlainHttp(this.entered.address) : this.allowPlainHttp,
  );
  readonly hint: string | null;
  readonly #bridge: Bridge;
  readonly #stored: PushTargetEntry | null;
  #edits = 0;

  /** A form for a new target, or one filled with the target to change. */
  constructor(bridge: Bridge, target: PushTargetEntry | null) {
    this.#bridge = bridge;
    this.#stored = target;
    this.hint = target?.hint ?? null;
    if (target === null) return;
    this.name = target.name;
    this.service = target.service;
    this.kinds = target.kinds;
    this.gatewayIds = target.gatewayIds;
    this.allowPlainHttp = target.allowPlainHttp;
    this.entersAnew = false;
  }

  /** Another service asks for other things. */
  choose(service: PushService): void {
    this.service = service;
    this.enterAnew();
  }

  enterAnew(): void {
    this.entersAnew = true;
    Object.assign(this.entered, {
      address: pushForms[this.service].address,
      channel: '',
      token: '',
      secret: '',
    });
    this.edited();
  }

  setKind(kind: NewsKind, wanted: boolean): void {
    this.kinds = newsKinds.filter((one) => (one === kind ? wanted : this.kinds.includes(one)));
  }

  /** Of all gateways a target is also told of those that are yet to come. */
  setGateway(gatewayId: string, wanted: boolean, all: readonly string[]): void {
    const chosen = this.gatewayIds ?? all;
    this.gatewayIds = all.filter((one) => (one === gatewayId ? wanted : chosen.includes(one)));
  }

  placeOf(trouble: PushTrouble): PushPlace {
    if (trouble === 'name-missing' || trouble === 'name-taken') return 'name';
    if (!this.entersAnew) return 'form';
    if (trouble === 'field-missing')
      return pushForms[this.service].needs.find((field) => this.entered[field].trim() === '') ?? 'form';
    if (trouble === 'malformed') return 'token';
    const ofAddress: readonly PushTrouble[] = ['not-a-url', 'not-http', 'url-holds-password', 'plain-http'];
    return ofAddress.includes(trouble) ? 'address' : 'form';
  }

  /** Something was typed: what was said of the former content no longer holds. */
  edited(): void {
    this.#edits += 1;
    this.trouble = null;
    this.outcome = null;
  }

  async test(): Promise<void> {
    if (this.busy) return;
    this.edited();
    const edits = this.#edits;
    this.busy = 'testing';
    try {
      const result = await this.#bridge.request('push:test', this.#stored?.id ?? null, this.#draft());
      if (edits !== this.#edits) return;
      if (result.ok) this.outcome = result.value;
      else this.trouble = result.trouble;
    } finally {
      this.busy = null;
    }
  }

  /** The stored target; null when it was not stored, with the reason in `trouble`. */
  async save(): Promise<PushTarget | null> {
    if (this.busy) return null;
    this.edited();
    this.busy = 'saving';
    try {
      const result = await this.#bridge.request('push:save', this.#stored?.id ?? null, this.#draft());
      if (result.ok) {
        Object.assign(this.entered, { address: '', channel: '', token: '', secret: '' });
        return result.value;
      }
      this.trouble = result.trouble;
      return null;
    } finally {
      this.busy = null;
    }
  }

  #draft(): PushDraft {
    return {
      name: this.name.trim(),
      service: this.service,
      fields: this.entersAnew ? { ...this.entered } : null,
      kinds: [...this.kinds],
      gatewayIds: this.gatewayIds === null ? null : [...this.gatewayIds],
      allowPlainHttp: this.asksForPlainHttp && this.allowPlainHttp,
    };
  }
}
