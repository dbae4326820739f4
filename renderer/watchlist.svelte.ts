import type { Bridge } from '../electron/shared/bridge.ts';
import {
  applyPatch,
  type GatewayEntry,
  type TaskEntry,
  type WatchlistPatch,
  type WatchlistView,
} from '../electron/shared/watchlist-view.ts';

/** The window's copy of the watchlist: read whole once, then kept up by patches, read again on a gap. */
export class Watchlist {
  /** Null until the first read has been answered. */
  view: WatchlistView | null = $state.raw(null);
  /** True when a read failed, which only a bug can cause. */
  broken = $state(false);

  readonly #bridge: Bridge;
  readonly #waiting: WatchlistPatch[] = [];
  #reading = false;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Listens, then reads: no patch can fall between the two. Returns what ends the listening. */
  start(): () => void {
    const cancel = this.#bridge.on('watchlist:patched', (patch) => this.#take(patch));
    void this.read();
    return cancel;
  }

  /** Reads the whole view. Never rejects. */
  async read(): Promise<void> {
    if (this.#reading) return;
    this.#reading = true;
    try {
      this.view = await this.#bridge.request('watchlist:read');
      this.broken = false;
    } catch {
      this.broken = true;
    }
    this.#reading = false;
    for (const patch of this.#waiting.splice(0)) this.#take(patch);
  }

  task(id: string): TaskEntry | null {
    return this.view?.tasks.find((task) => task.id === id) ?? null;
  }

  gateway(id: string): GatewayEntry | null {
    return this.view?.gateways.find((gateway) => gateway.id === id) ?? null;
  }

  #take(patch: WatchlistPatch): void {
    if (this.#reading) {
      this.#waiting.push(patch);
      return;
    }
    if (this.view === null || this.broken || patch.to <= this.view.revision) return;
    const next = applyPatch(this.view, patch);
    if (next.ok) this.view = next.value;
    else void this.read();
  }
}
