import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { running } from '../gateway/replies.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const taskId = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm71';
const otherId = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm72';

let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp;
let window: Page;

beforeAll(async () => {
  gateway = await createGateway();
  gateway.script(taskId, [running(0.42, { prompt: 'Paper boat', model: 'sora-2' })]);
  gateway.script(otherId, [running(0.2, { prompt: 'Glass whale', model: 'sora-2' })]);
  home = createTaskbellHome();
  app = await home.launch();
  window = await app.window();
});

afterAll(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
});

/** The name of what has the focus. */
const focused = (): Promise<string> =>
  window.evaluate(() => {
    const element = document.activeElement;
    const isLabelled = element instanceof HTMLInputElement || element instanceof HTMLButtonElement;
    const label = isLabelled ? element.labels?.[0]?.textContent : null;
    return (element?.getAttribute('aria-label') ?? label ?? element?.textContent ?? '').trim();
  });

/** Presses Tab until that has the focus: nothing is out of reach, and nothing holds the focus fast. */
const tabTo = async (name: string | RegExp): Promise<void> => {
  const passed: string[] = [];
  const isThere = (now: string): boolean => (typeof name === 'string' ? now === name : name.test(now));
  for (let now = await focused(); !isThere(now); now = await focused()) {
    if (passed.length > 60) throw new Error(`Tab does not come to ${String(name)}: ${passed.join(' | ')}`);
    passed.push(now);
    await window.keyboard.press('Tab');
  }
};

const rows = () => window.locator('[data-task]');

/** The tests of this file are one story; each goes on where the one before ended. No mouse is used in it. */
describe('somebody with keys alone', () => {
  it('adds the first gateway', async () => {
    await window.getByRole('button', { name: 'Add a gateway' }).waitFor();
    await tabTo('Add a gateway');
    await window.keyboard.press('Enter');
    await until('the form', async () => (await focused()) === 'Name');
    await window.keyboard.type('Studio');
    await tabTo('Base URL');
    await window.keyboard.type(gateway.url);
    await tabTo('Key');
    await window.keyboard.type(gateway.key);
    await window.keyboard.press('Enter');
    await window.getByRole('heading', { name: 'Nothing to watch yet' }).waitFor();
  });

  it('pastes a task wherever the focus is', async () => {
    await app.electron.evaluate(({ clipboard }, text) => clipboard.writeText(text), taskId);
    await window.keyboard.press('Control+v');
    await until('the pasted id', async () => (await window.locator('#add').inputValue()) === taskId);
    await window.keyboard.press('Enter');
    await rows().filter({ hasText: 'Paper boat' }).waitFor();
  });

  it('opens the details, does what they offer, and comes back to the list', async () => {
    await tabTo('Watched tasks');
    await window.keyboard.press('Home');
    await window.keyboard.press('Enter');
    await window.getByRole('complementary', { name: 'Task details' }).waitFor();
    await tabTo('Check now');
    await window.keyboard.press('Enter');
    await tabTo(/^Mute/);
    await window.keyboard.press('Enter');
    await window.locator('aside [aria-pressed=true]').waitFor();
    await tabTo('Copy id');
    await window.keyboard.press('Enter');
    await window.getByText('Id copied').waitFor();
    await window.keyboard.press('Escape');
    await until('the details to be closed', async () => (await window.locator('aside').count()) === 0);
  });

  it('reads which keys there are', async () => {
    await window.keyboard.press('?');
    await window.getByRole('dialog', { name: 'Keys' }).waitFor();
    await window.keyboard.press('Escape');
    await until('the sheet to be gone', async () => (await window.locator('dialog').count()) === 0);
  });

  it('finds in the settings what a gateway offers, and keeps the gateway', async () => {
    await window.keyboard.press('Control+,');
    await tabTo('Edit Studio');
    await window.keyboard.press('Enter');
    await tabTo('Test');
    await window.keyboard.press('Enter');
    await window.locator('form [role=status]:not(:empty)').first().waitFor();
    await window.keyboard.press('Escape');
    await tabTo('Remove Studio');
    await window.keyboard.press('Enter');
    await until('the safe answer to have the focus', async () => (await focused()) === 'Keep');
    await window.keyboard.press('Enter');
    await until('the focus to be back', async () => (await focused()) === 'Remove Studio');
    await window.keyboard.press('Escape');
    await rows().first().waitFor();
  });

  it('switches a setting, and the language there and back', async () => {
    await window.keyboard.press('Control+,');
    await tabTo(/^Save results when they are ready/);
    await window.keyboard.press('Space');
    expect(await window.getByLabel('Save results when they are ready').isChecked()).toBe(true);
    const languageOfPage = () => window.evaluate(() => document.documentElement.lang);
    await tabTo('Language');
    await window.keyboard.press('Enter');
    await window.getByRole('option', { name: '简体中文' }).waitFor();
    await window.keyboard.press('End');
    await window.keyboard.press('Enter');
    await until('Chinese', async () => (await languageOfPage()) === 'zh-CN');
    await window.keyboard.press('Enter');
    await window.getByRole('option', { name: 'English' }).waitFor();
    await window.keyboard.press('ArrowUp');
    await window.keyboard.press('Enter');
    await until('English', async () => (await languageOfPage()).startsWith('en'));
    await window.keyboard.press('Escape');
    await rows().first().waitFor();
  });

  it('adds another by typing, finds it with a search, and filters', async () => {
    await tabTo('Task ids or links to watch');
    await window.keyboard.type(otherId);
    await window.keyboard.press('Enter');
    await rows().filter({ hasText: 'Glass whale' }).waitFor();
    await tabTo('Watched tasks');
    await window.keyboard.press('/');
    await window.keyboard.type('whale');
    await until('the other row to go', async () => (await rows().count()) === 1);
    await window.keyboard.press('Escape');
    await until('both rows', async () => (await rows().count()) === 2);
    await tabTo(/^Ready/);
    await window.keyboard.press('Enter');
    await window.getByText('None here').waitFor();
    await tabTo('Show all tasks');
    await window.keyboard.press('Enter');
    await until('both rows again', async () => (await rows().count()) === 2);
  });

  it('selects several, and removes one of them for good', async () => {
    await tabTo('Watched tasks');
    await window.keyboard.press('Home');
    await window.keyboard.press('Shift+ArrowDown');
    await window.getByRole('toolbar').waitFor();
    await tabTo('Check now');
    await window.keyboard.press('Enter');
    await window.keyboard.press('Escape');
    await tabTo('Watched tasks');
    await window.keyboard.press('Home');
    await window.keyboard.press('Delete');
    await until('one row', async () => (await rows().count()) === 1);
    expect(await rows().first().innerText()).toContain('Paper boat');
    await until('the offers to be gone', async () => (await window.locator('.toast').count()) === 0);
  });

  it('removes the task and takes it back', async () => {
    await tabTo('Watched tasks');
    await window.keyboard.press('Home');
    await window.keyboard.press('Delete');
    await until('the row to be gone', async () => (await rows().count()) === 0);
    await tabTo('Undo');
    await window.keyboard.press('Enter');
    await until('the row to be back', async () => (await rows().count()) === 1);
    expect(await rows().first().innerText()).toContain('Paper boat');
  });

  it('takes back the next removal with Ctrl Z', async () => {
    await tabTo('Watched tasks');
    await window.keyboard.press('Home');
    await window.keyboard.press('Delete');
    await until('the row to be gone', async () => (await rows().count()) === 0);
    await window.keyboard.press('Control+z');
    await until('the row to be back', async () => (await rows().count()) === 1);
  });
});
