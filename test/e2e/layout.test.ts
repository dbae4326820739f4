import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sampleNow } from '../renderer/view-samples.ts';
import { allScreens } from './all-screens.ts';
import { layoutTroublesOf } from './measured-layout.ts';
import { buildPseudoWindow, runPseudoWindow } from './pseudo-window.ts';
import { showScreen, type Screen, type Tongue } from './screens.ts';
import { openScriptedWindow, type ScriptedWindow } from './scripted-window.ts';

/** CSS pixels and zoom: as narrow as the window goes, as it opens, and the same at a zoom of 200 %. */
const sizes = [
  [860, 680, 1],
  [430, 340, 2],
  [360, 640, 1],
] as const;

let window: ScriptedWindow;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'taskbell-pseudo-'));
  await buildPseudoWindow(folder);
  window = await openScriptedWindow(sampleNow);
  await window.page.emulateMedia({ reducedMotion: 'reduce' });
});

afterAll(async () => {
  await window.end();
  await rm(folder, { recursive: true });
});

const troublesOf = async (screen: Screen, tongue: Tongue): Promise<readonly string[]> => {
  await window.resize(860, 680);
  await showScreen(window, screen, tongue);
  const found: string[] = [];
  for (const [width, height, zoom] of sizes) {
    await window.resize(width, height, zoom);
    const troubles = await layoutTroublesOf(window.page);
    found.push(...troubles.map((trouble) => `${String(width)} px: ${trouble}`));
  }
  return found;
};

describe('from 360 pixels to 860, and at a zoom of 200 %, nothing is cut off, covered or outside', () => {
  it.each(allScreens)('$name', async (screen) => {
    expect(await troublesOf(screen, 'en')).toEqual([]);
  });
});

describe('in a language a third longer than English nothing is cut off, covered or outside', () => {
  beforeAll(() => runPseudoWindow(window.page, folder));

  it.each(allScreens)('$name', async (screen) => {
    expect(await troublesOf(screen, 'pseudo')).toEqual([]);
  });
});
