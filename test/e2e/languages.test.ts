import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openSession, type DesktopSession } from '../desktop/desktop-session.ts';
import { waitForNotification } from '../desktop/received-notifications.ts';
import { readTrayItem, waitForTrayItem, type TrayAddress } from '../desktop/tray-item.ts';
import { waitForMenu } from '../desktop/tray-menu.ts';
import { until } from '../desktop/until.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { running, succeeded } from '../gateway/replies.ts';
import { choose } from './choosing.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const boat = { prompt: '纸船漂过图书馆', model: 'sora-2' };
const boatId = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm70';

let session: DesktopSession;
let gateway: TestGateway;
let home: TaskbellHome;
let app: RunningApp;
let window: Page;
let tray: TrayAddress;

beforeAll(async () => {
  session = openSession();
  gateway = await createGateway();
  home = createTaskbellHome({ LANG: 'C.UTF-8', LC_ALL: '', LANGUAGE: '' });
  app = await home.launch();
  window = await app.window();
  tray = await waitForTrayItem(session, app.processId);
});

afterAll(async () => {
  await app.quit();
  await gateway.close();
  home.remove();
  session.close();
});

const isChinese = (label: string): boolean => /\p{Script=Han}/u.test(label);

/** The tests of this file are one story; each goes on where the one before ended. */
describe('someone who chooses Chinese', () => {
  it('sees the window in Chinese at once', async () => {
    await window.getByRole('button', { name: 'Settings and diagnostics' }).click();
    await choose(window, 'Language', '简体中文');
    await window.getByRole('heading', { name: '设置', exact: true }).waitFor();
    await window.getByText('密钥环', { exact: true }).waitFor();
    expect(await window.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
  });

  it('has a tray menu in Chinese', async () => {
    const menu = await waitForMenu(session, tray, 'a menu in Chinese', (entries) =>
      entries.some(({ label }) => label === '退出 Taskbell'),
    );
    const labels = menu.map(({ label }) => label).filter((label) => label !== '');
    expect(labels.filter((label) => !isChinese(label))).toEqual([]);
    expect((await readTrayItem(session, tray)).toolTip).toContain('没有进行中的任务');
  });

  it('adds a gateway and a task, and is told in Chinese when the video is ready', async () => {
    gateway.script(boatId, [running(0.42, boat), succeeded(boat)]);
    await window.getByLabel('名称').fill('工作室');
    await window.getByLabel('基础 URL').fill(gateway.url);
    await window.locator('form').getByLabel('密钥', { exact: true }).fill(gateway.key);
    await window.getByRole('button', { name: '保存', exact: true }).click();
    await window.getByRole('button', { name: '返回' }).click();
    const box = window.getByLabel('要跟踪的任务 ID 或链接');
    await box.fill(boatId);
    await box.press('Enter');
    await window.getByRole('option').filter({ hasText: boat.prompt }).getByText('42%').waitFor();
    await app.lookAway();
    await home.command(['check', boatId]);
    const ready = await waitForNotification('ready', ({ summary }) => summary === '视频已完成');
    expect(ready.body).toBe(boat.prompt);
  });

  it('gets answers in Chinese on the command line, and the same JSON as ever', async () => {
    const listed = await home.command(['list']);
    expect(listed.stdout).toMatch(/ID +状态 +进度 +网关 +标题/u);
    expect(listed.stdout).toContain('已完成');
    expect((await home.command(['list', '--json'])).stdout).toContain('"phase": "succeeded"');
  });

  it('finds Chinese again after a restart', async () => {
    await app.quit();
    app = await home.launch();
    window = await app.window();
    await window.getByRole('option').filter({ hasText: boat.prompt }).getByText('已完成').waitFor();
    await until('the page to say its language', () =>
      window.evaluate(() => document.documentElement.lang === 'zh-CN'),
    );
  });
});
