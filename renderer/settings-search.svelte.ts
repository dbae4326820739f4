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
 * the heading, or what else the section is called, or what stands between them holds the words. Whether anything is shown.
 */
export const showMatches = (section: HTMLElement, words: readonly string[], alsoCalled: string): boolean => {
  const saysAll = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word));
  const holds = (element: Element): boolean => saysAll(element.textContent);
  const settings = [...section.querySelectorAll<HTMLElement>('[data-setting]')];
  const heading = section.querySelector('h2')?.textContent ?? '';
  const isWhole = saysAll(`${heading} ${alsoCalled}`);
  const shown = settings.filter((setting) => isWhole || holds(setting));
  const isFound = shown.length > 0 || isWhole || holds(section);
  for (const setting of settings) setting.hidden = shown.length > 0 && !shown.includes(setting);
  return isFound;
};
