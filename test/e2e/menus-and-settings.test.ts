import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { running, succeeded } from '../gateway/replies.ts';
import { choiceOf, choose } from './choosing.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const ids = ['41', '42', '43'].map((end) => `sora-2:task_01k6x15vhrff09dkkqjrzwhm${end}`);
const titles = ['Paper boat', 'Night train', 'Fishing pier'];

let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp;
let window: Page;

const openWindow = async (): Promise<void> => {
  app = await home.launch();
  window = await app.window();
  // Otherwise the driver says which theme the system has.
  await window.emulateMedia({ colorScheme: null });
};

beforeAll(async () => {
  gateway = await createGateway();
  home = createTaskbellHome();
  await openWindow();
  await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
  for (const [at, id] of ids.entries()) {
    const detail = { prompt: titles[at] ?? '', model: 'sora-2' };
    gateway.script(id, [at === 2 ? succeeded(detail) : running(0.42, detail)]);
  }
  expect(await home.command(['watch', ...ids])).toMatchObject({ code: 0 });
  await row('Fishing pier').waitFor();
});

afterAll(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
});

const row = (title: string) => window.getByRole('option').filter({ hasText: title });
const menu = () => window.getByRole('menu', { name: 'Actions' });
const entries = () => menu().getByRole('menuitem').allInnerTexts();
const clipboard = (): Promise<string> => app.electron.evaluate(({ clipboard: its }) => its.readText());
const emptyClipboard = (): Promise<void> => app.electron.evaluate(({ clipboard: its }) => its.clear());
const openSettings = (): Promise<void> =>
  window.getByRole('button', { name: 'Settings', exact: true }).click();
const focused = (): Promise<string> =>
  window.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');

describe('the menu of a row', () => {
  it('unfolds under the mouse, and does to that task what it says', async () => {
    await emptyClipboard();
    await row('Fishing pier').click({ button: 'right' });
    await menu().waitFor();
    expect(await entries()).toEqual([
      'Open details',
      'Check now',
      'Open video',
      'Copy link',
      'Save',
      'Copy id',
      'Mute',
      'Remove',
    ]);
    await menu().getByRole('menuitem', { name: 'Copy id' }).click();
    await until('the id on the clipboard', async () => (await clipboard()) === ids[2]);
    await menu().waitFor({ state: 'detached' });
  });

  it('unfolds by key, is walked by arrows, and gives the focus back', async () => {
    await window.getByRole('listbox', { name: 'Watched tasks' }).focus();
    await window.keyboard.press('Home');
    await window.keyboard.press('Shift+F10');
    await menu().waitFor();
    await window.keyboard.press('Escape');
    await menu().waitFor({ state: 'detached' });
    await until('the list to have the focus', async () => (await focused()) === 'Watched tasks');
  });

  it('is about all that are selected', async () => {
    await window.keyboard.press('Home');
    await window.keyboard.press('Shift+ArrowDown');
    await window.keyboard.press('ContextMenu');
    await menu().waitFor();
    await window.keyboard.press('Escape');
    await menu().waitFor({ state: 'detached' });
    await window.keyboard.press('Control+a');
    await window.keyboard.press('ContextMenu');
    await emptyClipboard();
    await menu().getByRole('menuitem', { name: 'Copy links' }).click();
    await window.getByText('1 link copied').waitFor();
    expect(await clipboard()).toMatch(/^https?:\/\/\S+$/);
    await window.getByRole('listbox', { name: 'Watched tasks' }).focus();
    await window.keyboard.press('Escape');
  });
});

describe('the details', () => {
  it('show the last answer without the key, and copy it', async () => {
    await emptyClipboard();
    await row('Paper boat').click();
    await window.getByRole('heading', { name: 'Paper boat' }).waitFor();
    await window.getByText('Last answer of the gateway').click();
    const answer = window.locator('pre').filter({ hasText: '"status"' });
    await answer.waitFor();
    expect(await answer.innerText()).not.toContain(gateway.key);
    await window.getByRole('button', { name: 'Copy answer' }).click();
    const copied = await until('the answer on the clipboard', async () => (await clipboard()) || null);
    expect(JSON.parse(copied)).toMatchObject({ id: ids[0] });
  });

  it('copy the request as curl, without the key', async () => {
    await emptyClipboard();
    await window.getByRole('button', { name: 'Copy as curl' }).click();
    const curl = await until('the request on the clipboard', async () => (await clipboard()) || null);
    expect(curl).toContain(`${gateway.url}/v1/videos/`);
    expect(curl).toContain('GATEWAY_KEY');
    expect(curl).not.toContain(gateway.key);
  });
});

describe('a button without words', () => {
  it('says its name to who points at it', async () => {
    await window.getByRole('button', { name: 'Settings', exact: true }).hover();
    await window.getByRole('tooltip').filter({ hasText: 'Settings' }).waitFor();
    await window.mouse.move(5, 300);
    await window.getByRole('tooltip').waitFor({ state: 'detached' });
  });
});

describe('the settings', () => {
  it('show what is searched for alone, and all of it again after Escape', async () => {
    await openSettings();
    const search = window.getByRole('searchbox', { name: 'Search settings' });
    await search.fill('quiet hours');
    await window.getByRole('heading', { name: 'Keys', exact: true }).waitFor({ state: 'hidden' });
    await window.getByRole('region', { name: 'Quiet hours', exact: true }).waitFor();
    await search.press('Escape');
    await window.getByRole('heading', { name: 'Keys', exact: true }).waitFor();
    expect(await search.inputValue()).toBe('');
  });

  it('are found by what other programs call them', async () => {
    const search = window.getByRole('searchbox', { name: 'Search settings' });
    await search.fill('autostart');
    await window.getByRole('heading', { name: 'Keys', exact: true }).waitFor({ state: 'hidden' });
    await window.getByLabel('Start Taskbell when you log in').waitFor();
    await search.fill('');
  });

  it('say so when nothing holds what is searched for', async () => {
    const search = window.getByRole('searchbox', { name: 'Search settings' });
    await search.fill('no such setting');
    await window.getByText('No setting speaks of “no such setting”.').waitFor();
    await search.fill('');
  });

  it('change the theme at once, and it stays over a restart', async () => {
    const isDark = (): Promise<boolean> =>
      window.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    const before = await isDark();
    await choose(window, 'Look', before ? 'Light' : 'Dark');
    await until('the other theme', async () => (await isDark()) !== before);
    await app.quit();
    await openWindow();
    await until('the chosen theme', async () => (await isDark()) !== before);
    await openSettings();
    expect(await choiceOf(window, 'Look')).toBe(before ? 'Light' : 'Dark');
  });
});
