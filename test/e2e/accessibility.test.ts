import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { languages } from '../../electron/shared/language/languages.ts';
import { sampleNow } from '../renderer/view-samples.ts';
import { allScreens } from './all-screens.ts';
import { showScreen } from './screens.ts';
import { openScriptedWindow, type ScriptedWindow } from './scripted-window.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const everyRule: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
  resultTypes: ['violations'],
};
/** What a theme changes. */
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

let window: ScriptedWindow;

beforeAll(async () => {
  window = await openScriptedWindow(sampleNow);
});

afterAll(() => window.end());

/** In the page, but from outside of it: the page's own policy on scripts stays as it is. */
const violationsIn = async (page: Page, options: RunOptions): Promise<readonly string[]> => {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(
    (given): Promise<AxeResults> =>
      (globalThis as unknown as { axe: { run(options: unknown): Promise<AxeResults> } }).axe.run(given),
    options,
  );
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
};

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
