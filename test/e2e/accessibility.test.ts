import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../electron/shared/language/languages.ts';
import { sampleNow } from '../renderer/view-samples.ts';
import { allScreens } from './all-screens.ts';
import { colours, everyRule, violationsIn } from './axe.ts';
import { showScreen } from './screens.ts';
import { openScriptedWindow, type ScriptedWindow } from './scripted-window.ts';

let window: ScriptedWindow;

beforeAll(async () => {
  window = await openScriptedWindow(sampleNow);
});

afterAll(() => window.end());

describe.each(languages)('in %s, light and dark', (language) => {
  it.each(allScreens)('$name: axe finds nothing', async (screen) => {
    const { page } = window;
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await showScreen(window, screen, language);
    expect(await violationsIn(page, everyRule)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    expect(await violationsIn(page, colours)).toEqual([]);
  });
});
