import { afterEach, expect, test } from 'vitest';
import { languageOf, spokenIn } from '../../electron/shared/language/languages.ts';
import { speak, words } from '../../electron/shared/language/spoken.ts';
import { addGateway, startWholeApp } from '../fakes/whole-app.ts';

afterEach(() => speak(spokenIn.en));

const textsOf = (menu: readonly { readonly kind: string; readonly text?: string }[]) =>
  menu.flatMap(({ text }) => text ?? []);

test('the language is that of the system until another is chosen, and the choice is kept', () => {
  const { app } = startWholeApp({ systemLanguage: 'zh' });
  expect(app.preferences.read().language).toBe('system');
  expect(app.view().status.language).toBe('zh');
  expect(app.preferences.setLanguage('en').language).toBe('en');
  expect(app.view().status.language).toBe('en');
  expect(app.preferences.setLanguage('system').language).toBe('system');
  expect(words().tray.settings).toBe('设置…');
});

test('a choice of language draws the tray anew', async () => {
  const { app, desktop, clock } = startWholeApp();
  await addGateway({ app });
  const menu = async () => {
    await clock.advance(2000);
    return textsOf(desktop.trayViews.at(-1)?.menu ?? []);
  };
  expect(await menu()).toContain('Open Taskbell');
  app.preferences.setLanguage('zh');
  expect(await menu()).toContain('打开 Taskbell');
  expect(desktop.trayViews.at(-1)?.tooltip).toBe('Taskbell：没有进行中的任务');
});

test.each([
  ['zh-CN', 'zh'],
  ['zh_CN.UTF-8', 'zh'],
  ['zh-Hant-TW', 'zh'],
  ['zh', 'zh'],
  ['en-US', 'en'],
  ['C.UTF-8', 'en'],
  ['de_DE', 'en'],
  ['zhx', 'en'],
  ['', 'en'],
])('the system’s language %s is spoken as %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});
