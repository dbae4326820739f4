import type { Bridge } from '../electron/shared/bridge.ts';
import type {
  GatewayDraft,
  GatewayTestOutcome,
  GatewayTrial,
  GatewayTrouble,
} from '../electron/shared/gateway.ts';
import type { GatewaySaving } from '../electron/shared/saving.ts';
import type { CheckTrouble } from '../electron/shared/task.ts';
import type { GatewayEntry } from '../electron/shared/watchlist-view.ts';
import { asksForPlainHttp } from './plain-http.ts';

export type GatewayField = 'name' | 'baseUrl' | 'dialect' | 'key' | 'requestsPerSecond' | 'saving' | 'form';

/** The field that an error stands beside. */
export const fieldOfTrouble: Readonly<Record<GatewayTrouble, GatewayField>> = {
  'name-missing': 'name',
  'name-taken': 'name',
  'not-a-url': 'baseUrl',
  'not-http': 'baseUrl',
  'url-holds-password': 'baseUrl',
  'url-holds-query': 'baseUrl',
  'plain-http': 'baseUrl',
  'unknown-dialect': 'dialect',
  'key-missing': 'key',
  'key-malformed': 'key',
  'rate-out-of-range': 'requestsPerSecond',
  'keyring-locked': 'key',
  'keyring-absent': 'key',
  'keyring-failed': 'key',
  'key-file-locked': 'key',
  'key-file-damaged': 'key',
  'key-file-failed': 'key',
  'unknown-gateway': 'form',
  'is-demo': 'form',
};

/** What is no number is out of range as 0 is, and gets the same answer. */
const rateIn = (typed: string): number | null => {
  const text = typed.trim().replace(',', '.');
  if (text === '') return null;
  return /^\d*\.?\d+$/.test(text) ? Number(text) : 0;
};

/** Whether a Test of one says of the other whether it can be reached. */
const reachesAs = (one: GatewayTrial, other: GatewayTrial): boolean =>
  (['baseUrl', 'dialect', 'allowPlainHttp', 'key'] as const).every((field) => one[field] === other[field]);

/** A gateway as it is being filled in. The key is forgotten as soon as it is stored. */
export class GatewayForm {
  name = $state('');
  baseUrl = $state('');
  dialect = $state('relay');
  /** Requests a second as they are typed; empty for the dialect's own pace. */
  rate = $state('');
  saving: GatewaySaving = $state('as-set');
  key = $state('');
  allowPlainHttp = $state(false);
  trouble: GatewayTrouble | null = $state(null);
  outcome: GatewayTestOutcome | null = $state.raw(null);
  busy: 'testing' | 'saving' | null = $state(null);

  /** Why the last Test of what is stored now had failed. */
  failedTest: CheckTrouble | null = null;

  readonly asksForPlainHttp = $derived(asksForPlainHttp(this.baseUrl));
  readonly keyHint: string | null;
  readonly #bridge: Bridge;
  readonly #id: string | null;
  #edits = 0;
  #tested: { readonly trial: GatewayTrial; readonly trouble: CheckTrouble | null } | null = null;

  /** A form for a new gateway, or one filled with the gateway to change. */
  constructor(bridge: Bridge, gateway: GatewayEntry | null) {
    this.#bridge = bridge;
    this.#id = gateway?.id ?? null;
    this.keyHint = gateway?.keyHint ?? null;
    if (gateway === null) return;
    this.name = gateway.name;
    this.baseUrl = gateway.baseUrl;
    this.dialect = gateway.dialect;
    this.allowPlainHttp = gateway.allowPlainHttp;
    this.saving = gateway.saving;
    this.rate = gateway.requestsPerSecond === null ? '' : String(gateway.requestsPerSecond);
  }

  get isNew(): boolean {
    return this.#id === null;
  }

  /** Something was typed: what was said of the former content no longer holds. */
  edited(): void {
    this.#edits += 1;
    this.trouble = null;
    this.outcome = null;
  }

  choose(dialect: string): void {
    this.dialect = dialect;
    this.edited();
  }

  async test(): Promise<void> {
    if (this.busy) return;
    this.edited();
    const edits = this.#edits;
    this.busy = 'testing';
    try {
      const trial = this.#trial();
      const result = await this.#bridge.request('gateways:test', this.#id, trial);
      if (edits !== this.#edits) return;
      if (result.ok) {
        this.outcome = result.value;
        this.#tested = { trial, trouble: result.value.reached ? null : result.value.trouble };
      } else this.trouble = result.trouble;
    } finally {
      this.busy = null;
    }
  }

  /** The stored gateway; null when it was not stored, with the reason in `trouble`. */
  async save(): Promise<GatewayEntry | null> {
    if (this.busy) return null;
    this.edited();
    this.busy = 'saving';
    try {
      const draft = this.#draft();
      const result = await (this.#id === null
        ? this.#bridge.request('gateways:add', draft)
        : this.#bridge.request('gateways:update', this.#id, draft));
      if (!result.ok) {
        this.trouble = result.trouble;
        return null;
      }
      const tested = this.#tested;
      this.failedTest = tested !== null && reachesAs(tested.trial, draft) ? tested.trouble : null;
      this.key = '';
      this.#tested = null;
      return result.value;
    } finally {
      this.busy = null;
    }
  }

  #draft(): GatewayDraft {
    return { ...this.#trial(), name: this.name.trim(), saving: this.saving };
  }

  #trial(): GatewayTrial {
    const key = this.key.trim();
    return {
      baseUrl: this.baseUrl.trim(),
      dialect: this.dialect,
      allowPlainHttp: this.asksForPlainHttp && this.allowPlainHttp,
      key: key === '' && !this.isNew ? null : key,
      requestsPerSecond: rateIn(this.rate),
    };
  }
}
