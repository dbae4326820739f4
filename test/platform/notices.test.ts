import { describe, expect, it } from 'vitest';
import type { AnnouncementKind, Notice } from '../../electron/core/announcement.ts';
import { digestOf, noticeOf } from '../../electron/core/digest.ts';
import { dbusNoticeOf } from '../../electron/platform/dbus-notice.ts';
import { actionAt, actionOfActivation, electronNoticeOf } from '../../electron/platform/electron-notice.ts';
import type { ResultLink } from '../../electron/shared/task.ts';
import type { TaskEntry } from '../../electron/shared/watchlist-view.ts';
import { announcementOf } from '../fakes/stored-samples.ts';
import { taskEntry } from '../renderer/view-samples.ts';

const decidedAt = new Date(2025, 10, 22, 13, 0, 0).getTime();
const video: ResultLink = {
  kind: 'video',
  url: 'https://files.example/v.mp4',
  needsKey: false,
  expiresAt: decidedAt + 3_600_000,
};
const told = (kind: AnnouncementKind, given: Partial<TaskEntry> = {}) => ({
  announcement: announcementOf({ kind, taskId: 'task-1', decidedAt }),
  task: taskEntry({ title: 'Cats & <b>dogs</b>', links: [video], ...given }),
});
const failure = { code: 'moderation', message: 'Blocked', reason: 'moderation' } as const;
const silentSince = new Date(2025, 10, 15).getTime();

const notices: Readonly<Record<string, Notice>> = {
  ready: noticeOf(told('succeeded')),
  failed: noticeOf(told('failed', { failure, links: [] })),
  cancelled: noticeOf(told('cancelled', { links: [] })),
  lost: noticeOf(told('lost', { links: [] })),
  'a link that ends': noticeOf(told('link-expiring')),
  'no answer': noticeOf(told('unanswered', { silentSince, links: [] })),
  digest: {
    ...digestOf([told('succeeded'), told('failed', { title: '一只纸船' })], { since: 'quiet' }),
    silent: true,
  },
};
const names = Object.keys(notices);
const named = (name: string): Notice => notices[name] ?? expect.fail(name);

describe('a notice as each desktop takes it', () => {
  it.each(names)('%s: a Linux daemon that can do everything', (name) => {
    const { body } = dbusNoticeOf(named(name), 'icon', ['actions', 'body', 'body-markup', 'sound'], 7);
    expect(body).toMatchSnapshot();
  });

  it.each(names)('%s: a Linux daemon that can do nothing', (name) => {
    expect(dbusNoticeOf(named(name), 'icon', [], 0).body).toMatchSnapshot();
  });

  it.each(names)('%s: macOS', (name) => {
    expect(electronNoticeOf(named(name), 'darwin', named(name).key ?? '')).toMatchSnapshot();
  });

  it.each(names)('%s: Windows', (name) => {
    expect(electronNoticeOf(named(name), 'win32', named(name).key ?? '')).toMatchSnapshot();
  });
});

describe('the buttons of a notice', () => {
  const texts = (notice: Notice) => notice.buttons?.map(({ text }) => text);

  it('offer to open only what a browser can fetch', () => {
    const open = { ...video, url: 'http://files.example/v.mp4' };
    expect(texts(noticeOf(told('succeeded', { links: [open] })))).toEqual(['Copy link']);
    expect(texts(noticeOf(told('succeeded', { links: [{ ...video, needsKey: true }] })))).toEqual([
      'Copy link',
    ]);
    expect(texts(noticeOf(told('succeeded', { links: [] })))).toEqual([]);
  });

  it('are found again by their place', () => {
    expect(actionAt(named('ready'), 1)).toEqual({ do: 'copy-link', taskId: 'task-1' });
    expect(actionAt(named('ready'), 5)).toEqual({ do: 'open', route: named('ready').route });
  });
});

describe('a click on a Windows notification of an earlier life', () => {
  it.each([
    ['type=click&tag=task:3f2a-9c10', { to: 'task', taskId: '3f2a-9c10' }],
    ['type=action&action=0&tag=task%3A3f2a-9c10&group=taskbell', { to: 'task', taskId: '3f2a-9c10' }],
    ['type=click&tag=digest:3f2a', { to: 'list' }],
    ['%', { to: 'list' }],
  ])('%s leads to %o', (text, route) => {
    expect(actionOfActivation({ arguments: text })).toEqual({ do: 'open', route });
  });
});
