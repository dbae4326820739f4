import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../electron/shared/language/languages.ts';
import { sampleNow } from '../renderer/view-samples.ts';
import { allScreens } from './all-screens.ts';
import { fontsLoaded, pinFonts } from './pinned-look.ts';
import { unlikePicture } from './pictures.ts';
import { showScreen } from './screens.ts';
import { openScriptedWindow, type ScriptedWindow } from './scripted-window.ts';

/** The main states: the screens by their names, and the names of their pictures. */
const pictured = [
  ['ready task', 'ready'],
  ['failed task', 'failed'],
  ['several selected', 'selection'],
  ['pasted request of a new gateway', 'adding'],
  ['first run', 'first-run'],
  ['settings', 'settings'],
] as const;

let window: ScriptedWindow;

beforeAll(async () => {
  window = await openScriptedWindow(sampleNow);
  await window.resize(860, 680);
  await pinFonts(window.page);
});

afterAll(() => window.end());

describe.each(languages)('the window in %s, light and dark', (language) => {
  it.each(pictured)('looks as in its pictures: %s', async (name, picture) => {
    const { page } = window;
    const screen = allScreens.find((one) => one.name === name);
    if (screen === undefined) throw new Error(`No screen ${name}`);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await showScreen(window, screen, language);
    await page.mouse.move(0, 0);
    const unlike: (string | null)[] = [];
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      expect(await fontsLoaded(page)).toBe(true);
      const taken = await page.screenshot({ animations: 'disabled', caret: 'hide' });
      unlike.push(unlikePicture(`${picture}-${language}-${colorScheme}`, taken));
    }
    expect(unlike).toEqual([null, null]);
  });
});
