import type { Bridge } from '../electron/shared/bridge.ts';
import type { DialectEntry } from '../electron/shared/custom-dialect.ts';
import type { Understanding, Watched, WatchTrouble } from '../electron/shared/watching.ts';
import { realGateways } from '../electron/shared/demo.ts';
import { words } from '../electron/shared/language/spoken.ts';
import { understoodText } from '../electron/shared/understood-text.ts';
import type { GatewayEntry } from '../electron/shared/watchlist-view.ts';
import { FoundGateway } from './found-gateway.svelte.ts';
import { gatewayFor } from './understanding.ts';
import type { Watchlist } from './watchlist.svelte.ts';

const nothing: Understanding = {
  remoteIds: [],
  gatewayId: null,
  dialect: null,
  newGateway: null,
  keyFound: false,
  keyHint: null,
  note: null,
};
const noGateways: readonly GatewayEntry[] = [];

/** As much as is read of a text. */
const longestText = 1024 * 1024;

/** What is being added. The text stays until its ids are watched, whatever goes wrong. */
export class AddBox {
  text = $state('');
  /** The gateway that the user chose for this text. */
  chosenId: string | null = $state(null);
  trouble: WatchTrouble | null = $state(null);
  busy = $state(false);
  readonly found: FoundGateway;

  readonly #bridge: Bridge;
  readonly #watchlist: Watchlist;
  #understanding: Understanding = $state.raw(nothing);
  #dialects: readonly DialectEntry[] = $state.raw([]);
  /** What was chosen last, kept for the next paste. */
  #earlierId: string | null = $state(null);
  /** Those that the ids of a text may be for. */
  readonly gateways = $derived.by(() => realGateways(this.#watchlist.view?.gateways ?? noGateways));
  readonly gateway = $derived.by(() => gatewayFor(this.#understanding, this.gateways, this.#choice()));
  readonly understood = $derived.by(() =>
    understoodText(this.#understanding, {
      gateway: this.gateway?.name ?? null,
      dialect: this.#dialects.find(({ id }) => id === this.#understanding.dialect)?.label ?? null,
    }),
  );
  readonly hasIds = $derived(this.#understanding.remoteIds.length > 0);
  /** Whether a key is in the text, which nobody else is to read off the screen. */
  readonly holdsKey = $derived(this.#understanding.keyFound);
  /** Whether the text speaks of a gateway that can be added with it, and nobody chose another for its ids. */
  readonly offersGateway = $derived.by(() => this.found.offered && this.gateway === null);
  /** Whether the text leaves open which of the gateways has its ids. */
  readonly asksForGateway = $derived.by(
    () =>
      this.gateways.length > (this.#understanding.newGateway === null ? 1 : 0) &&
      this.hasIds &&
      this.#understanding.gatewayId === null,
  );

  constructor(bridge: Bridge, watchlist: Watchlist) {
    this.#bridge = bridge;
    this.#watchlist = watchlist;
    this.found = new FoundGateway(bridge);
  }

  /** Why the last try did not work; null when it did, or there was none. */
  get troubleSentence(): string | null {
    const { note } = this.#understanding;
    if (this.trouble === null) return null;
    return this.trouble === 'nothing-found' && note !== null
      ? words().adding.notes[note]
      : words().adding.troubles[this.trouble];
  }

  /** Takes a new text and finds out what it means. */
  async write(text: string): Promise<void> {
    if (text !== this.text) {
      this.#earlierId = this.chosenId ?? this.#earlierId;
      this.chosenId = null;
    }
    this.text = text;
    this.trouble = null;
    const understanding =
      text.trim() === '' ? nothing : await this.#bridge.request('reference:read', readPart(text));
    if (understanding.dialect !== null) await this.#nameDialects(understanding.dialect);
    if (text !== this.text) return;
    this.#understanding = understanding;
    this.found.take(understanding);
  }

  choose(gatewayId: string | null): void {
    this.chosenId = gatewayId;
    this.trouble = null;
  }

  /** Adds the gateway that the text offers; null when that did not work, with the reason in `found.trouble`. */
  async addGateway(): Promise<GatewayEntry | null> {
    if (!this.offersGateway || this.busy) return null;
    this.busy = true;
    try {
      const text = this.text;
      const added = await this.found.add(readPart(text));
      if (added !== null && text === this.text) {
        this.chosenId = added.id;
        if (!this.hasIds) await this.write('');
      }
      return added;
    } finally {
      this.busy = false;
    }
  }

  /** Watches what the text names; null when that did not work, with the reason in `trouble`. */
  async watch(): Promise<Watched | null> {
    const text = this.text;
    if (text.trim() === '' || this.busy) return null;
    this.busy = true;
    try {
      await this.write(text);
      const gatewayId = this.asksForGateway ? (this.gateway?.id ?? null) : null;
      const result = await this.#bridge.request('tasks:watch', readPart(text), gatewayId);
      if (!result.ok) {
        this.trouble = result.trouble;
        return null;
      }
      if (text === this.text) await this.write('');
      return result.value;
    } finally {
      this.busy = false;
    }
  }

  #choice() {
    return { chosenId: this.chosenId, earlierId: this.#earlierId };
  }

  async #nameDialects(wanted: string): Promise<void> {
    if (this.#dialects.some(({ id }) => id === wanted)) return;
    this.#dialects = await this.#bridge.request('dialects:list');
  }
}

const readPart = (text: string): string => text.slice(0, longestText);
