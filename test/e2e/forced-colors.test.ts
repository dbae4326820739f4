import { afterAll, beforeAll, expect, it } from 'vitest';
import { sampleNow } from '../renderer/view-samples.ts';
import { allScreens } from './all-screens.ts';
import { showScreen } from './screens.ts';
import { openScriptedWindow, type ScriptedWindow } from './scripted-window.ts';

let window: ScriptedWindow;

beforeAll(async () => {
  window = await openScriptedWindow(sampleNow);
  await window.page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
});

afterAll(() => window.end());

const show = async (name: string): Promise<void> => {
  const screen = allScreens.find((one) => one.name === name);
  if (screen === undefined) throw new Error(`No screen ${name}`);
  await showScreen(window, screen, 'en');
};

/** How wide the line around it is, px. Runs in the page. */
const lineAround = (element: Element): number => {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return outlineStyle === 'none' ? 0 : Number.parseFloat(outlineWidth);
};

it('in forced colours, where fills are gone, lines show what is selected and what is pressed', async () => {
  await show('several selected');
  const { page } = window;
  const selected = page.locator('[role=option][aria-selected=true]');
  expect(await selected.count()).toBe(4);
  for (const row of await selected.all()) expect(await row.evaluate(lineAround)).toBeGreaterThan(0);
  const other = page.locator('[role=option][aria-selected=false]').first();
  expect(await other.evaluate(lineAround)).toBe(0);
  expect(await page.locator('nav [aria-pressed=true]').evaluate(lineAround)).toBeGreaterThan(0);
  expect(await page.locator('nav [aria-pressed=false]').first().evaluate(lineAround)).toBe(0);
  // How far a task is would be invisible in the colour of the page.
  const bar = page.locator('[role=option] i').first();
  expect(await bar.evaluate((line) => getComputedStyle(line).backgroundColor)).not.toBe(
    await page.evaluate(() => getComputedStyle(document.body).backgroundColor),
  );
});

it.each(['ready task', 'settings', 'first run', 'link that asks'])(
  'in forced colours, a line is around all that Tab comes to: %s',
  async (name) => {
    await show(name);
    const { page } = window;
    for (let presses = 0; presses < 15; presses += 1) {
      await page.keyboard.press('Tab');
      const without = await page.evaluate(() => {
        const element = document.activeElement;
        if (element === null || element === document.body) return null;
        const around = [element, element.parentElement, ...element.querySelectorAll('.current')];
        const isShown = around.some((one) => one !== null && getComputedStyle(one).outlineStyle !== 'none');
        return isShown ? null : element.outerHTML.slice(0, 120);
      });
      expect(without).toBeNull();
    }
  },
);

it('where less motion is wanted, nothing moves', async () => {
  await show('toasts');
  const moving = await window.page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map((one) => one.constructor.name),
  );
  expect(moving).toEqual([]);
});
