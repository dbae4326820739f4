import { SvelteMap } from 'svelte/reactivity';
import type { CheckTrouble } from '../electron/shared/task.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';

interface FailedTest {
  readonly trouble: CheckTrouble;
  readonly at: number;
}

/** What the last Test of a gateway as it is stored had failed by, as long as no check has come after it. */
export class FailedTests {
  readonly #found = new SvelteMap<string, FailedTest>();

  /** A gateway was stored, with the trouble of the Test of these very entries. */
  note(gatewayId: string, trouble: CheckTrouble | null, at: number): void {
    if (trouble === null) this.#found.delete(gatewayId);
    else this.#found.set(gatewayId, { trouble, at });
  }

  of(gatewayId: string, itsTasks: readonly Pick<TaskEntry, 'checkedAt'>[]): CheckTrouble | null {
    const found = this.#found.get(gatewayId);
    if (found === undefined) return null;
    const wasChecked = itsTasks.some(({ checkedAt }) => checkedAt !== null && checkedAt > found.at);
    return wasChecked ? null : found.trouble;
  }
}
