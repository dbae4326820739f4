import type { Bridge } from '../electron/shared/bridge.ts';
import type { Watched } from '../electron/shared/watching.ts';
import { words } from '../electron/shared/language/spoken.ts';
import type { TaskList } from './task-list.svelte.ts';
import type { Toasts } from './toasts.svelte.ts';
import { watchedText } from './understanding.ts';

interface Offer {
  readonly of: 'removal' | 'watching';
  readonly toastId: number;
  readonly taskIds: readonly string[];
}

/** What was done a moment ago and can be taken back, each for as long as its toast stands. */
export class Undoing {
  readonly #bridge: Bridge;
  readonly #toasts: Toasts;
  readonly #list: Pick<TaskList, 'reveal'>;
  #offers: readonly Offer[] = [];

  constructor(bridge: Bridge, toasts: Toasts, list: Pick<TaskList, 'reveal'>) {
    this.#bridge = bridge;
    this.#toasts = toasts;
    this.#list = list;
  }

  /** These were removed: taken back together with the removals whose offer still stands. */
  offerRemoval(removedIds: readonly string[]): void {
    if (removedIds.length === 0) return;
    const isGone = ({ taskIds }: Offer): boolean => taskIds.some((id) => removedIds.includes(id));
    const standing = this.#standing();
    const earlier = standing.filter(({ of }) => of === 'removal');
    // To take back that one is watched which is not any more would mean nothing.
    const past = standing.filter((offer) => offer.of === 'watching' && isGone(offer));
    for (const { toastId } of [...earlier, ...past]) this.#toasts.dismiss(toastId);
    const taskIds = [...earlier.flatMap((offer) => offer.taskIds), ...removedIds];
    this.#offer('removal', words().details.removed(taskIds.length), taskIds);
  }

  /** These are watched from now on, as far as they were not already. */
  offerWatching(watched: Watched): void {
    if (watched.added.length === 0) this.#toasts.say(watchedText(watched));
    else this.#offer('watching', watchedText(watched), watched.added);
  }

  /** Takes back what was done last, if that is still offered. */
  undoLast(): void {
    const last = this.#standing().at(-1);
    if (last === undefined) return;
    this.#toasts.dismiss(last.toastId);
    this.#takeBack(last.of, last.taskIds);
  }

  #standing(): readonly Offer[] {
    return this.#offers.filter(({ toastId }) => this.#toasts.isShown(toastId));
  }

  #offer(of: Offer['of'], said: string, taskIds: readonly string[]): void {
    const undo = { text: words().details.undo, run: () => this.#takeBack(of, taskIds) };
    this.#offers = [...this.#standing(), { of, toastId: this.#toasts.say(said, undo), taskIds }];
  }

  #takeBack(of: Offer['of'], taskIds: readonly string[]): void {
    void this.#bridge.request(of === 'removal' ? 'tasks:restore' : 'tasks:remove', taskIds);
    const last = taskIds.at(-1);
    if (of === 'removal' && last !== undefined) this.#list.reveal(last);
  }
}
