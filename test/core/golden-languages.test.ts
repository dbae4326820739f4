import { afterEach, describe, expect, it } from 'vitest';
import type { AnnouncementKind, Notice } from '../../electron/core/announcement.ts';
import { digestOf, noticeOf } from '../../electron/core/digest.ts';
import { trayDrawing, type DrawnItem } from '../../electron/core/tray-drawing.ts';
import { trayViewOf } from '../../electron/core/tray-view.ts';
import { dbusNoticeOf } from '../../electron/platform/dbus-notice.ts';
import { electronNoticeOf } from '../../electron/platform/electron-notice.ts';
import { languages, spokenIn } from '../../electron/shared/language/languages.ts';
import { speak } from '../../electron/shared/language/spoken.ts';
import type { TaskEntry, WatchlistView } from '../../electron/shared/watchlist-view.ts';
import { announcementOf } from '../fakes/stored-samples.ts';
import { appStatus, taskEntry, viewOf } from '../renderer/view-samples.ts';

afterEach(() => speak(spokenIn.en));

const minute = 60_000;
const now = new Date(2025, 10, 22, 13, 0, 0).getTime();
const video = { kind: 'video', url: 'https://cdn.example/1.mp4', needsKey: false, expiresAt: null } as const;

const estimateOf = (leftMs: number) => ({
  endsAt: now + leftMs,
  longFrom: now + 20 * minute,
  usualMs: 170_000,
  stalledSince: null,
});

const entry = (some: Partial<TaskEntry>): TaskEntry => taskEntry({ addedAt: now - 9 * minute, ...some });

const tasks = [
  entry({ id: '1', title: 'A paper boat', progress: 0.52, estimate: estimateOf(2 * minute) }),
  entry({
    id: '2',
    title: '纸船漂过被水淹没的图书馆，慢慢地，黄昏时分的光线',
    progress: 0.9,
    trouble: 'timed-out',
  }),
  entry({ id: '3', title: 'Lantern', phase: 'queued', progress: null, estimate: estimateOf(minute) }),
  entry({ id: '4', title: 'Harbour', phase: 'succeeded', seen: false, finishedAt: now, links: [video] }),
  entry({
    id: '5',
    title: 'Crowd',
    phase: 'failed',
    seen: false,
    finishedAt: now - minute,
    failure: { code: 'moderation', message: 'Blocked', reason: 'moderation' },
  }),
  entry({ id: '6', title: 'Fog', phase: 'lost', seen: false, finishedAt: now - 2 * minute }),
];

const views: Readonly<Record<string, WatchlistView>> = {
  busy: viewOf({ tasks }),
  'paused and quiet': viewOf({
    tasks,
    status: appStatus({
      paused: true,
      pausedUntil: now + 65 * minute,
      quiet: { reason: 'hours', until: now + 600 * minute },
    }),
  }),
  offline: viewOf({ tasks: tasks.slice(0, 1), status: appStatus({ online: false }) }),
  'without tasks': viewOf({ tasks: [] }),
};

const lines = (items: readonly DrawnItem[], indent = ''): string =>
  items
    .map((item) => {
      if (item.type === 'separator') return `${indent}---\n`;
      if (item.type === 'submenu') return `${indent}${item.label} >\n${lines(item.submenu, `${indent}  `)}`;
      return `${indent}${'action' in item ? '' : '# '}${item.label}\n`;
    })
    .join('');

const platforms = ['linux', 'darwin', 'win32'] as const;

describe.each(languages)('the tray in %s', (language) => {
  describe.each(platforms)('on %s', (platform) => {
    it.each(Object.keys(views))('%s', (name) => {
      speak(spokenIn[language]);
      const view = views[name] ?? expect.fail(name);
      const { title, tooltip, menu } = trayDrawing(trayViewOf(view, now), platform, 'coloured');
      expect(`${title}\n${tooltip}\n${lines(menu)}`).toMatchSnapshot();
    });
  });
});

const told = (kind: AnnouncementKind, given: Partial<TaskEntry> = {}) => ({
  announcement: announcementOf({ kind, taskId: given.id ?? 'task-1', decidedAt: now }),
  task: entry({ title: 'A paper boat', links: [video], ...given }),
});
const failure = { code: 'moderation', message: 'Blocked', reason: 'moderation' } as const;

const notices: Readonly<Record<string, () => Notice>> = {
  ready: () => noticeOf(told('succeeded')),
  failed: () => noticeOf(told('failed', { failure, links: [] })),
  cancelled: () => noticeOf(told('cancelled', { links: [] })),
  lost: () => noticeOf(told('lost', { links: [] })),
  'a link that ends': () =>
    noticeOf(told('link-expiring', { links: [{ ...video, expiresAt: now + 62 * minute }] })),
  'no answer': () => noticeOf(told('unanswered', { silentSince: now - 8 * 24 * 60 * minute, links: [] })),
  'much at once': () =>
    digestOf(
      ['1', '2', '3', '4', '5', '6', '7', '8'].map((id) => told('succeeded', { id, title: `Boat ${id}` })),
    ),
  'what came while it was quiet': () =>
    digestOf([told('succeeded'), told('failed', { failure }), told('link-expiring'), told('unanswered')], {
      since: 'quiet',
    }),
  'what came meanwhile': () => digestOf([told('lost'), told('cancelled')], { since: 'meanwhile' }),
};

describe.each(languages)('notices in %s', (language) => {
  it.each(Object.keys(notices))('%s', (name) => {
    speak(spokenIn[language]);
    const notice = notices[name]?.() ?? expect.fail(name);
    const { title, body, buttons = [] } = notice;
    expect({ title, body, buttons: buttons.map(({ text }) => text) }).toMatchSnapshot('as data');
    const capabilities = ['actions', 'body', 'body-markup'];
    expect(dbusNoticeOf(notice, 'icon', capabilities, 0).body.slice(3, 6)).toMatchSnapshot('linux');
    for (const platform of ['darwin', 'win32'] as const) {
      const drawn = electronNoticeOf(notice, platform, '');
      expect([drawn.title, drawn.body, drawn.actions?.map(({ text }) => text)]).toMatchSnapshot(platform);
    }
  });
});
