import { describe, expect, it } from 'vitest';
import { acceleratorOf } from '../../electron/core/accelerator.ts';
import { startWholeApp, type WholeApp } from '../fakes/whole-app.ts';

describe('a combination of keys', () => {
  it.each([
    ['ctrl+shift+t', 'Control+Shift+T'],
    ['Shift + Ctrl + T', 'Control+Shift+T'],
    ['CmdOrCtrl+Alt+space', 'CommandOrControl+Alt+Space'],
    ['F9', 'F9'],
    ['Super+,', 'Super+,'],
  ])('%s is %s', (text, keys) => {
    expect(acceleratorOf(text)).toEqual({ ok: true, value: keys });
  });

  it.each([
    ['', 'not-keys'],
    ['Ctrl', 'not-keys'],
    ['Ctrl+', 'not-keys'],
    ['Ctrl+Ctrl+T', 'not-keys'],
    ['Hyper+T', 'not-keys'],
    ['Ctrl+🛎', 'not-keys'],
    ['F25', 'not-keys'],
    ['T', 'needs-modifier'],
    ['Shift+T', 'needs-modifier'],
  ] as const)('%j is none: %s', (text, trouble) => {
    expect(acceleratorOf(text)).toEqual({ ok: false, trouble });
  });
});

describe('global shortcuts', () => {
  const keysOf = ({ app }: WholeApp) => app.preferences.read().shortcuts;

  it('open the window, and watch the clipboard', async () => {
    const whole = startWholeApp();
    expect(whole.app.preferences.setShortcut('window', 'Ctrl+Alt+T').ok).toBe(true);
    expect(whole.app.preferences.setShortcut('clipboard', 'Ctrl+Alt+V').ok).toBe(true);
    whole.desktop.keys.get('Control+Alt+T')?.();
    whole.desktop.keys.get('Control+Alt+V')?.();
    await whole.clock.advance(0);
    expect(whole.desktop.opened).toEqual([null]);
    expect(whole.desktop.notices.at(-1)?.title).toBe('Nothing was added');
  });

  it('stay as they were when another program has the new ones', () => {
    const whole = startWholeApp();
    whole.desktop.keysOfOthers.add('Control+Alt+X');
    whole.app.preferences.setShortcut('window', 'Ctrl+Alt+T');
    expect(whole.app.preferences.setShortcut('window', 'Ctrl+Alt+X')).toEqual({
      ok: false,
      trouble: 'taken',
    });
    expect(keysOf(whole).window).toEqual({ keys: 'Control+Alt+T', works: true });
    expect([...whole.desktop.keys.keys()]).toEqual(['Control+Alt+T']);
  });

  it('are not the same for two things', () => {
    const whole = startWholeApp();
    whole.app.preferences.setShortcut('window', 'Ctrl+Alt+T');
    expect(whole.app.preferences.setShortcut('clipboard', 'alt+ctrl+t')).toEqual({
      ok: false,
      trouble: 'used-here',
    });
  });

  it('can be taken away and are let go of', () => {
    const whole = startWholeApp();
    whole.app.preferences.setShortcut('window', 'Ctrl+Alt+T');
    whole.app.preferences.setShortcut('window', 'Ctrl+Alt+U');
    expect([...whole.desktop.keys.keys()]).toEqual(['Control+Alt+U']);
    whole.app.preferences.setShortcut('window', null);
    expect(whole.desktop.keys.size).toBe(0);
    expect(keysOf(whole).window).toEqual({ keys: null, works: false });
  });
});

describe('other preferences', () => {
  it('are off until the user chooses them', () => {
    expect(startWholeApp().app.preferences.read()).toMatchObject({
      startsAtLogin: false,
      offersClipboard: false,
      theme: 'system',
      trayIcon: 'automatic',
      shortcuts: { window: { keys: null }, clipboard: { keys: null } },
    });
  });

  it('count at once', () => {
    const { app, desktop } = startWholeApp();
    expect(app.preferences.setTheme('dark').theme).toBe('dark');
    expect(desktop.themes).toEqual(['system', 'dark']);
    expect(app.preferences.setStartsAtLogin(true)).toMatchObject({
      ok: true,
      value: { startsAtLogin: true },
    });
    expect(app.preferences.setOffersClipboard(true).offersClipboard).toBe(true);
    expect(app.preferences.setTrayIcon('light').trayIcon).toBe('light');
  });
});
