import { describe, expect, it } from 'vitest';
import { failed } from '../../electron/shared/result.ts';
import { PreferencesState } from '../../renderer/preferences.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';

const read = async (bridge = new FakeBridge()): Promise<PreferencesState> => {
  const preferences = new PreferencesState(bridge);
  await preferences.read();
  return preferences;
};

describe('the preferences on the settings page', () => {
  it('are what the main process says after each choice', async () => {
    const preferences = await read();
    await preferences.chooseTheme('dark');
    await preferences.chooseLanguage('zh');
    await preferences.chooseTrayIcon('light');
    await preferences.offerClipboard(true);
    await preferences.startAtLogin(true);
    expect(preferences.current).toMatchObject({
      theme: 'dark',
      language: 'zh',
      trayIcon: 'light',
      offersClipboard: true,
      startsAtLogin: true,
    });
  });

  it('say why the system did not take a start at log-in, until it does', async () => {
    const bridge = new FakeBridge();
    const preferences = await read(bridge);
    const { 'preferences:set-start-at-login': takes } = bridge.answers;
    bridge.answers['preferences:set-start-at-login'] = () => failed('not-written');
    await preferences.startAtLogin(true);
    expect(preferences.startupTrouble).toBe('not-written');
    expect(preferences.current?.startsAtLogin).toBe(false);
    bridge.answers['preferences:set-start-at-login'] = takes;
    await preferences.startAtLogin(true);
    expect(preferences.startupTrouble).toBeNull();
  });

  it('keep a shortcut that another program has as it was', async () => {
    const preferences = await read();
    expect(await preferences.setShortcut('window', 'Control+Alt+T')).toEqual({ ok: true, value: null });
    expect(await preferences.setShortcut('window', 'Control+Alt+X')).toEqual(failed('taken'));
    expect(preferences.current?.shortcuts.window.keys).toBe('Control+Alt+T');
  });
});
