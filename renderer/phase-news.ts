import { locale, words } from '../electron/shared/language/spoken.ts';
import { isFinalPhase, type Phase } from '../electron/shared/task.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { shownTitle } from './shown-title.ts';

const mostNamed = 3;

interface Said {
  readonly text: string;
  /** The tasks that it is about, as they were then. */
  readonly tasks: readonly Pick<TaskEntry, 'id' | 'phase'>[];
  readonly locale: string;
}

const nothing: Said = { text: '', tasks: [], locale: '' };

/** What is said of changed phases to those who do not see the list. */
export class PhaseNews {
  #phases: ReadonlyMap<string, Phase> | null = null;
  #said = nothing;

  /**
   * Takes in the tasks as they are now, and returns what is to be said: the last change for as long as it is true. Of
   * what ends the news speaks, unless it is kept quiet.
   */
  heed(tasks: readonly TaskEntry[], isQuiet: boolean): string {
    const before = this.#phases;
    const now = new Map(tasks.map(({ id, phase }) => [id, phase]));
    this.#phases = now;
    const changed = tasks.filter(({ id, phase, muted }) => {
      const former = before?.get(id) ?? phase;
      return former !== phase && (!isFinalPhase[phase] || muted || isQuiet);
    });
    const isOld =
      this.#said.locale !== locale() || this.#said.tasks.some(({ id, phase }) => now.get(id) !== phase);
    if (changed.length > 0) this.#said = { text: textOf(changed), tasks: changed, locale: locale() };
    else if (isOld) this.#said = nothing;
    return this.#said.text;
  }
}

const textOf = (changed: readonly TaskEntry[]): string => {
  const named = changed
    .slice(0, mostNamed)
    .map((task) => words().list.nowIn(shownTitle(task), words().tasks.phases[task.phase]));
  const others = changed.length - named.length;
  return words().tasks.listed(others === 0 ? named : [...named, words().addBox.more(others)]);
};
