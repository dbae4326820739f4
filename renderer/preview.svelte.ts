import type { Bridge } from '../electron/shared/bridge.ts';
import type { PlayedKind, PlayTrouble } from '../electron/shared/looking.ts';

/** A result that is looked at in the detail of its task. Nothing is fetched before `start`. */
export class Preview {
  /** What is shown; null while nothing is. */
  shown: PlayedKind | null = $state(null);
  isAsking = $state(false);
  trouble: PlayTrouble | null = $state(null);
  readonly #bridge: Bridge;
  readonly #taskId: string;

  constructor(bridge: Bridge, taskId: string) {
    this.#bridge = bridge;
    this.#taskId = taskId;
  }

  async start(): Promise<void> {
    if (!this.isAsking) this.shown = await this.#look();
  }

  /** The player gave up. What still begins like a video cannot be played here; else that says why it broke off. */
  async broke(): Promise<void> {
    this.shown = null;
    if ((await this.#look()) !== null) this.trouble = 'not-playable';
  }

  stop(): void {
    this.shown = null;
  }

  async #look(): Promise<PlayedKind | null> {
    this.isAsking = true;
    this.trouble = null;
    try {
      const looked = await this.#bridge.request('tasks:play', this.#taskId);
      this.trouble = looked.ok ? null : looked.trouble;
      return looked.ok ? looked.value : null;
    } finally {
      this.isAsking = false;
    }
  }
}
