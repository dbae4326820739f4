import { expect, it } from 'vitest';
import { createTrayAbsence } from '../../electron/core/tray-absence.ts';
import { trayAdviceFor } from '../../electron/core/tray-advice.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createRecordingDesktop } from '../fakes/recording-desktop.ts';

const createStage = (settings = new Map<string, string>()) => {
  const clock = createManualClock();
  const desktop = createRecordingDesktop();
  const viewers = new Set<(visible: boolean) => void>();
  const absence = createTrayAbsence({
    clock,
    store: {
      setting: (name) => settings.get(name) ?? null,
      saveSetting: (name, value) => void settings.set(name, value),
    },
    ...desktop.ports,
    trayHost: {
      advice: 'Use waybar.',
      onVisibility: (react) => {
        viewers.add(react);
        react(false);
        return () => void viewers.delete(react);
      },
    },
  });
  const panel = (visible: boolean): void => viewers.forEach((react) => react(visible));
  return { clock, desktop, absence, panel, settings };
};

it('a hidden start without a panel is said once, with what to do, and never again', async () => {
  const { clock, desktop, panel, settings } = createStage();
  await clock.advance(20_000);
  expect(desktop.notices).toMatchObject([{ title: 'Taskbell runs without a tray item' }]);
  expect(desktop.notices[0]?.body).toContain('Use waybar. Start Taskbell again');
  panel(true);
  panel(false);
  const later = createStage(settings);
  await clock.advance(60_000);
  await later.clock.advance(60_000);
  expect(desktop.notices).toHaveLength(1);
  expect(later.desktop.notices).toHaveLength(0);
});

it('a panel that starts late is waited for', async () => {
  const { clock, desktop, panel } = createStage();
  await clock.advance(19_000);
  panel(true);
  await clock.advance(60_000);
  expect(desktop.notices).toEqual([]);
  expect(desktop.opened).toEqual([]);
});

it('where no notification can be shown either, the window opens', async () => {
  const { clock, desktop } = createStage();
  desktop.notifierTrouble = 'absent';
  await clock.advance(20_000);
  expect(desktop.opened).toEqual([null]);
});

it.each([
  ['ubuntu:GNOME', /AppIndicator/],
  ['GNOME', /AppIndicator/],
  ['sway', /waybar/],
  ['i3', /snixembed/],
  ['KDE', /System Tray/],
  ['XFCE', /Status Tray/],
])('%s has advice of its own', (desktop, advice) => {
  expect(trayAdviceFor(desktop)).toMatch(advice);
});

it.each(['', 'toString', 'unheard-of'])('the desktop %j has none', (desktop) => {
  expect(trayAdviceFor(desktop)).toBeNull();
});
