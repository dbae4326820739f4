import type { Bridge } from '../electron/shared/bridge.ts';
import type {
  GatewayEntry,
  TaskEntry,
  WatchlistPatch,
  WatchlistView,
} from '../electron/shared/watchlist-view.ts';
import { ViewCopy } from './view-copy.ts';

/** Patches that come closer together than this are drawn together. */
const drawnEveryMs = 50;

/** The window's copy of the watchlist: read whole once, then kept up by patches, read again on a gap. */
export class Watchlist {
  /** True when a read failed, which only a bug can cause. */
  broken = $state(false);

  readonly #bridge: Bridge;
  readonly #waiting: WatchlistPatch[] = [];
  #reading = false;
  #copy: ViewCopy | null = null;
  /** How often who draws this was told to do so. */
  #draws = $state(0);
  #drawnAt = -Infinity;
  #willDraw = false;

  constructor(bridge: Bridge) {
    this.#bridge = bridge;
  }

  /** Null until the first read has been answered. Always the newest; who draws it hears of it every 50 ms at most. */
  get view(): WatchlistView | null {
    return this.#drawn?.view ?? null;
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
      this.#copy = new ViewCopy(await this.#bridge.request('watchlist:read'));
      this.broken = false;
      this.#draw();
    } catch {
      this.broken = true;
    }
    this.#reading = false;
    for (const patch of this.#waiting.splice(0)) this.#take(patch);
  }

  task(id: string): TaskEntry | null {
    return this.#drawn?.task(id) ?? null;
  }

  gateway(id: string): GatewayEntry | null {
    return this.#drawn?.gateway(id) ?? null;
  }

  /** The copy, for who is to hear of its changes. */
  get #drawn(): ViewCopy | null {
    return this.#draws === 0 ? null : this.#copy;
  }

  #take(patch: WatchlistPatch): void {
    if (this.#reading) {
      this.#waiting.push(patch);
      return;
    }
    if (this.#copy === null || this.broken || patch.to <= this.#copy.revision) return;
    if (patch.from === this.#copy.revision) {
      this.#copy.apply(patch);
      this.#drawSoon();
    } else void this.read();
  }

  #drawSoon(): void {
    if (this.#willDraw) return;
    const restMs = this.#drawnAt + drawnEveryMs - performance.now();
    this.#willDraw = restMs > 0;
    if (this.#willDraw) setTimeout(() => this.#draw(), restMs);
    else this.#draw();
  }

  #draw(): void {
    this.#willDraw = false;
    this.#drawnAt = performance.now();
    this.#draws += 1;
  }
}
