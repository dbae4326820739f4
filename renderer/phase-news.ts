import { words } from '../electron/shared/language/spoken.ts';
import { isFinalPhase, type Phase } from '../electron/shared/task.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { shownTitle } from './shown-title.ts';

const mostNamed = 3;

/** What is said of changed phases to those who do not see the list. */
export class PhaseNews {
  #phases: ReadonlyMap<string, Phase> | null = null;

  /** Takes in the tasks as they are now; null when there is nothing to say. Of what ends the news speaks, unless it is kept quiet. */
  heed(tasks: readonly TaskEntry[], isQuiet: boolean): string | null {
    const before = this.#phases;
    this.#phases = new Map(tasks.map(({ id, phase }) => [id, phase]));
    const changed = tasks.filter(({ id, phase, muted }) => {
      const former = before?.get(id) ?? phase;
      return former !== phase && (!isFinalPhase[phase] || muted || isQuiet);
    });
    if (changed.length === 0) return null;
    const named = changed
      .slice(0, mostNamed)
      .map((task) => words().list.nowIn(shownTitle(task), words().tasks.phases[task.phase]));
    const others = changed.length - named.length;
    return words().tasks.listed(others === 0 ? named : [...named, words().addBox.more(others)]);
  }
}
