import { SvelteMap } from 'svelte/reactivity';
import { wordsOf } from './matching.ts';

/** What the settings page is searched for, and which of its sections hold it. */
export class SettingsSearch {
  query = $state('');
  readonly words = $derived(wordsOf(this.query));
  readonly #found = new SvelteMap<string, boolean>();
  /** Whether no section holds what is searched for. */
  readonly findsNothing = $derived.by(
    () => this.words.length > 0 && [...this.#found.values()].every((found) => !found),
  );

  /** Whether a section is shown; true before it has been looked through. */
  shows(section: string): boolean {
    return this.#found.get(section) ?? true;
  }

  /** Whether it is on the page: some are not on every system. */
  has(section: string): boolean {
    return this.#found.has(section);
  }

  note(section: string, found: boolean): void {
    this.#found.set(section, found);
  }
}

/**
 * Hides the settings of a section that do not hold every word, each an element with `data-setting`. All are shown when
 * the heading and what stands between them hold the words. Whether anything is shown.
 */
export const showMatches = (section: HTMLElement, words: readonly string[]): boolean => {
  const holds = (element: Element): boolean => {
    const text = element.textContent.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  const settings = [...section.querySelectorAll<HTMLElement>('[data-setting]')];
  const heading = section.querySelector('h2');
  const isWhole = words.length === 0 || (heading !== null && holds(heading));
  const shown = settings.filter((setting) => isWhole || holds(setting));
  const isFound = shown.length > 0 || isWhole || holds(section);
  for (const setting of settings) setting.hidden = shown.length > 0 && !shown.includes(setting);
  return isFound;
};
