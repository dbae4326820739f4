import type { Bridge } from '../electron/shared/bridge.ts';
import type { Understanding, Watched, WatchTrouble } from '../electron/shared/ipc-contract.ts';
import type { GatewayEntry } from '../electron/shared/watchlist-view.ts';
import { gatewayFor, understoodText } from './understanding.ts';
import type { Watchlist } from './watchlist.svelte.ts';

const nothing: Understanding = { remoteIds: [], gatewayId: null };
const noGateways: readonly GatewayEntry[] = [];

/** What is being added. The text stays until its ids are watched, whatever goes wrong. */
export class AddBox {
  text = $state('');
  /** The gateway that the user chose, kept for the next paste. */
  chosenId: string | null = $state(null);
  trouble: WatchTrouble | null = $state(null);
  busy = $state(false);

  readonly #bridge: Bridge;
  readonly #watchlist: Watchlist;
  #understanding: Understanding = $state.raw(nothing);
  readonly gateways = $derived.by(() => this.#watchlist.view?.gateways ?? noGateways);
  readonly #gateway = $derived(gatewayFor(this.#understanding, this.gateways, this.chosenId));
  readonly understood = $derived(understoodText(this.#understanding, this.#gateway));
  /** Whether the text leaves open which of several gateways has its ids. */
  readonly asksForGateway = $derived(
    this.gateways.length > 1 &&
      this.#understanding.remoteIds.length > 0 &&
      this.#understanding.gatewayId === null,
  );

  constructor(bridge: Bridge, watchlist: Watchlist) {
    this.#bridge = bridge;
    this.#watchlist = watchlist;
  }

  /** Takes a new text and finds out what it means. */
  async write(text: string): Promise<void> {
    this.text = text;
    this.trouble = null;
    const understanding = text.trim() === '' ? nothing : await this.#bridge.request('reference:read', text);
    if (text === this.text) this.#understanding = understanding;
  }

  choose(gatewayId: string | null): void {
    this.chosenId = gatewayId;
    this.trouble = null;
  }

  /** Watches what the text names; null when that did not work, with the reason in `trouble`. */
  async watch(): Promise<Watched | null> {
    const text = this.text;
    if (text.trim() === '' || this.busy) return null;
    this.busy = true;
    try {
      await this.write(text);
      const gatewayId = this.asksForGateway ? (this.#gateway?.id ?? null) : null;
      const result = await this.#bridge.request('tasks:watch', text, gatewayId);
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
}
