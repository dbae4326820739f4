import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { fillStore } from '../bench/store/filled-store.ts';
import { until } from '../desktop/until.ts';
import { choiceOf, choose } from './choosing.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let home: TaskbellHome;
let app: RunningApp;
let window: Page;

beforeAll(async () => {
  home = createTaskbellHome();
  mkdirSync(home.folder, { recursive: true, mode: 0o700 });
  fillStore(join(home.folder, 'taskbell.sqlite'), 400, 0);
  app = await home.launch();
  window = await app.window();
  await rows().first().waitFor();
});

afterAll(async () => {
  await app.quit();
  home.remove();
});

const rows = () => window.locator('[data-task]');
const list = () => window.getByRole('listbox', { name: 'Watched tasks' });
const selected = () => window.locator('[data-task][aria-selected=true]');
const bulk = () => window.getByRole('toolbar', { name: 'Selected tasks' });
const countOf = async (tab: string): Promise<number> =>
  Number(
    (await window.getByRole('button', { name: new RegExp(`^${tab} \\d`) }).textContent())?.match(/\d+/)?.[0],
  );

it('draws a part of the rows, and says of each where it is among all', async () => {
  expect(await rows().count()).toBeLessThan(60);
  expect(await rows().first().getAttribute('aria-setsize')).toBe('400');
  expect(await rows().first().getAttribute('aria-posinset')).toBe('1');
});

it('comes to the last row and back by key, and names a row that is there', async () => {
  await list().focus();
  await window.keyboard.press('End');
  await window.locator('[data-task][aria-posinset="400"]').waitFor();
  expect(await selected().getAttribute('aria-posinset')).toBe('400');
  await window.keyboard.press('PageUp');
  expect(Number(await selected().getAttribute('aria-posinset'))).toBeLessThan(398);
  const active = await list().getAttribute('aria-activedescendant');
  expect(await selected().getAttribute('id')).toBe(active);
  await window.keyboard.press('Home');
  expect(await selected().getAttribute('aria-posinset')).toBe('1');
});

it('sorts by name', async () => {
  await choose(window, 'Order of the tasks', 'By name');
  await until('the first name', async () => (await rows().first().innerText()).trim().startsWith('boat'));
  await choose(window, 'Order of the tasks', 'Newest first');
});

it('searches as one types, and marks what it found', async () => {
  await list().focus();
  await window.keyboard.press('/');
  await window.keyboard.type('moderation 18');
  await until('fewer rows', async () => (await countOf('All')) < 20);
  expect(await countOf('Ready')).toBe(0);
  expect(await rows().first().locator('mark').allInnerTexts()).toEqual(['18']);
  await window.keyboard.press('Escape');
  await until('all rows', async () => (await countOf('All')) === 400);
});

it('selects several by key alone, keeps them while it is scrolled, removes them and brings them back', async () => {
  await list().focus();
  await window.keyboard.press('Home');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Shift+ArrowDown');
  await window.keyboard.press('Control+ArrowDown');
  await window.keyboard.press('Control+ArrowDown');
  await window.keyboard.press('Space');
  await bulk().getByText('4 selected').waitFor();
  await window.locator('main').evaluate((box) => (box.scrollTop = box.scrollHeight));
  await window.locator('[data-task][aria-posinset="400"]').waitFor();
  await bulk().getByText('4 selected').waitFor();
  await window.locator('main').evaluate((box) => (box.scrollTop = 0));
  await until('the selected rows', async () => (await selected().count()) === 4);

  await window.keyboard.press('Delete');
  await until('the rows to be gone', async () => (await countOf('All')) === 396);
  expect(await bulk().count()).toBe(0);
  await window.getByRole('button', { name: 'Undo' }).click();
  await until('the rows to be back', async () => (await countOf('All')) === 400);
});

it('mutes all that are selected, and says that their links have ended', async () => {
  await list().focus();
  await window.keyboard.press('Control+a');
  await bulk().getByText('400 selected').waitFor();
  await bulk().getByRole('button', { name: 'Mute' }).click();
  await bulk().getByRole('button', { name: 'Unmute' }).waitFor();
  await bulk().getByRole('button', { name: 'Copy links' }).click();
  await window.getByText('Their links have ended').waitFor();
  await list().focus();
  await window.keyboard.press('Escape');
  expect(await bulk().count()).toBe(0);
});

it('shows its keys, and finds its order and its filter again after a restart', async () => {
  await window.keyboard.press('?');
  await window.getByRole('dialog', { name: 'Keys' }).getByText('Select several').waitFor();
  await window.keyboard.press('Escape');
  await window.keyboard.press('/');
  await window.keyboard.type('boat');
  expect(await window.getByLabel('Search tasks').inputValue()).toBe('boat');
  await window.keyboard.press('Escape');
  await window.getByRole('button', { name: /^Failed/ }).click();
  await choose(window, 'Order of the tasks', 'By gateway');
  // Chromium writes what a page keeps a while after.
  await app.electron.evaluate(({ session }) => session.defaultSession.flushStorageData());
  await app.quit();
  app = await home.launch();
  window = await app.window();
  await rows().first().waitFor();
  expect(await choiceOf(window, 'Order of the tasks')).toBe('By gateway');
  expect(await countOf('Failed')).toBe(45);
});
