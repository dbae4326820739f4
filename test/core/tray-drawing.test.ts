import { describe, expect, it } from 'vitest';
import { trayDrawing, type DrawnItem, type IconLook } from '../../electron/core/tray-drawing.ts';
import { trayViewOf } from '../../electron/core/tray-view.ts';
import { appStatus, sampleNow, taskEntry, viewOf } from '../renderer/view-samples.ts';

const minute = 60_000;

const busy = viewOf({
  tasks: [
    taskEntry({
      id: 'cats',
      title: 'Cats & dogs_2',
      progress: 0.52,
      estimate: {
        endsAt: sampleNow + 2 * minute,
        longFrom: sampleNow + 20 * minute,
        usualMs: 170_000,
        stalledSince: null,
      },
    }),
    taskEntry({
      id: 'boat',
      title: '纸船漂过被水淹没的图书馆，慢慢地，黄昏时分的光线',
      phase: 'queued',
      progress: null,
      addedAt: 0,
    }),
    taskEntry({
      id: 'pier',
      title: 'רציף בערפל',
      phase: 'succeeded',
      seen: false,
      finishedAt: sampleNow - minute,
      links: [{ kind: 'video', url: 'https://cdn.example/1.mp4', needsKey: false, expiresAt: null }],
    }),
    taskEntry({
      id: 'crowd',
      title: 'Crowd',
      phase: 'failed',
      seen: false,
      finishedAt: sampleNow - 2 * minute,
      failure: { code: '', message: 'Rejected <b>', reason: 'unknown' },
    }),
  ],
});

const lines = (items: readonly DrawnItem[], indent = ''): string =>
  items
    .map((item) => {
      if (item.type === 'separator') return `${indent}---\n`;
      if (item.type === 'submenu') return `${indent}${item.label} >\n${lines(item.submenu, `${indent}  `)}`;
      return `${indent}${'action' in item ? item.label : `(${item.label})`}\n`;
    })
    .join('');

const drawn = (platform: string, look: IconLook, view = busy): string => {
  const { icon, title, tooltip, menu } = trayDrawing(trayViewOf(view, sampleNow), platform, look);
  return `${icon}\n[${title}]\n${tooltip}\n${lines(menu)}`;
};

const menuOfBusy = `Open Taskbell
(1 running, 1 queued, 1 ready, 1 failed)
---
50% · about 2 min · Cats && dogs_2
Queued · 纸船漂过被水淹没的图书馆，慢慢地，黄昏…
---
Ready · \u2068רציף בערפל\u2069 >
  Open video
  Copy link
  Save
  Show details
  Remove from this menu
Failed · Crowd >
  (Rejected <b>)
  Check again
  Show details
  Remove from this menu
---
Watch what is on the clipboard
Pause checking >
  For 30 minutes
  For 2 hours
  Until tomorrow morning
  Until I resume
Be quiet >
  For 30 minutes
  For 2 hours
  Until tomorrow morning
---
Settings…
Quit Taskbell
`;

describe('the tray item as it is drawn', () => {
  it.each([
    ['linux', 'coloured', 'tray-failed', ''],
    ['linux', 'light', 'tray-failed-light', ''],
    ['win32', 'dark', 'tray-failed-dark', ''],
    ['darwin', 'coloured', 'tray-failedTemplate', '2'],
  ] as const)('on %s, %s', (platform, look, icon, title) => {
    expect(drawn(platform, look)).toBe(
      `${icon}\n[${title}]\nTaskbell: 1 running, 1 queued, 1 ready, 1 failed\n${menuOfBusy}`,
    );
  });

  it.each([
    ['linux', 'tray-running-4'],
    ['win32', 'tray-running-4-light'],
    ['darwin', 'tray-running-4Template'],
  ])('with a ring on %s', (platform, icon) => {
    const running = viewOf({ tasks: [taskEntry({ progress: 0.52 })] });
    const look = platform === 'win32' ? 'light' : 'coloured';
    expect(drawn(platform, look, running).split('\n')[0]).toBe(icon);
  });

  it('while it is paused', () => {
    const paused = viewOf({ status: appStatus({ paused: true, pausedUntil: sampleNow + 30 * minute }) });
    expect(drawn('linux', 'coloured', paused)).toBe(`tray-paused
[]
Taskbell (paused): nothing running
Open Taskbell
(Paused until 10:35)
---
Watch what is on the clipboard
Resume checking
Be quiet >
  For 30 minutes
  For 2 hours
  Until tomorrow morning
---
Settings…
Quit Taskbell
`);
  });
});
