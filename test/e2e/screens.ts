import type { Locator, Page } from 'playwright';
import type { Language } from '../../electron/shared/language/languages.ts';
import { spokenIn } from '../../electron/shared/language/languages.ts';
import type { Words } from '../../electron/shared/language/spoken.ts';
import type { AppStatus, TaskEntry, WatchlistView } from '../../electron/shared/watchlist-view.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { pseudoLocale } from '../fakes/pseudo-locale.ts';
import { historiesAt, referenceViewAt } from '../renderer/preview/reference-view.ts';
import { sampleNow, taskEntry } from '../renderer/view-samples.ts';
import type { ScriptedWindow } from './scripted-window.ts';

/** The catalogues that a screen is shown in; the pseudo-locale stands in the place of Chinese. */
export type Tongue = Language | 'pseudo';

export interface Stage {
  readonly window: ScriptedWindow;
  readonly page: Page;
  readonly bridge: FakeBridge;
  readonly words: Words;
  readonly button: (name: string) => Locator;
}

/** One screen of the window: what the main process says, and what a user does to come there. */
export interface Screen {
  readonly name: string;
  readonly view?: (reference: WatchlistView) => WatchlistView;
  readonly before?: (bridge: FakeBridge) => void;
  readonly drive?: (stage: Stage) => Promise<void>;
}

export const wordsOf = (tongue: Tongue): Words =>
  tongue === 'pseudo' ? pseudoLocale.words : spokenIn[tongue].words;

/** Shows the screen from nothing. */
export const showScreen = async (window: ScriptedWindow, screen: Screen, tongue: Tongue): Promise<void> => {
  const reference = referenceViewAt(sampleNow);
  const given = screen.view?.(reference) ?? reference;
  const language = tongue === 'en' ? 'en' : 'zh';
  // A revision that the real main process does not come to: its own patches change nothing here.
  const bridge = new FakeBridge({
    ...given,
    revision: 1_000_000,
    status: { ...given.status, language },
  });
  for (const [id, events] of historiesAt(sampleNow)) bridge.histories.set(id, events);
  screen.before?.(bridge);
  await window.load(bridge);
  const { page } = window;
  const button = (name: string): Locator => page.getByRole('button', { name, exact: true }).first();
  await screen.drive?.({ window, page, bridge, words: wordsOf(tongue), button });
};

export const withStatus =
  (status: Partial<AppStatus>) =>
  (view: WatchlistView): WatchlistView => ({ ...view, status: { ...view.status, ...status } });

export const withTasks =
  (choose: (tasks: readonly TaskEntry[]) => readonly TaskEntry[]) =>
  (view: WatchlistView): WatchlistView => ({ ...view, tasks: choose(view.tasks) });

export const detailOf =
  (taskId: string) =>
  async ({ window, page, words }: Stage): Promise<void> => {
    await window.send('window:navigate', { to: 'task', taskId });
    await page.getByRole('complementary', { name: words.details.label }).waitFor();
  };

/** A task that nobody has answered about for long. */
export const silentTask = taskEntry({
  id: 'silent',
  title: 'Nobody has answered about this one',
  trouble: 'not-found',
  health: 'unreadable',
  silentSince: sampleNow - 8 * 86_400_000,
});
