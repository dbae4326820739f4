import { describe, expect, it } from 'vitest';
import type { AnnouncementKind } from '../../electron/core/announcement.ts';
import { digestOf, noticeOf } from '../../electron/core/digest.ts';
import { announcementOf } from '../fakes/stored-samples.ts';
import type { TaskEntry } from '../../electron/shared/watchlist-view.ts';
import { taskEntry } from '../renderer/view-samples.ts';

const decidedAt = new Date(2025, 10, 22, 13, 0, 0).getTime();
const minute = 60_000;

const told = (kind: AnnouncementKind, title: string, message?: string, given: Partial<TaskEntry> = {}) => ({
  announcement: announcementOf({ kind, taskId: title, decidedAt }),
  task: taskEntry({
    id: title,
    title,
    phase: kind === 'link-expiring' ? 'succeeded' : kind === 'unanswered' ? 'queued' : kind,
    failure: message === undefined ? null : { code: 'moderation', message, reason: 'moderation' },
    ...given,
  }),
});

describe('a notice', () => {
  it('says what became of the task and leads to it', () => {
    expect(noticeOf(told('succeeded', 'A paper boat'))).toMatchObject({
      title: 'Video ready',
      body: 'A paper boat',
      urgency: 'normal',
      route: { to: 'task', taskId: 'A paper boat' },
    });
  });

  it('gives the reason of a failure on a line of its own', () => {
    expect(noticeOf(told('failed', 'A paper boat', 'Blocked by moderation')).body).toBe(
      'A paper boat\nRejected by content policy',
    );
  });

  it('says once that the gateway no longer knows a lost task', () => {
    const failure = { code: 'not-found', message: '', reason: 'not-found' } as const;
    expect(noticeOf(told('lost', 'A paper boat', undefined, { failure }))).toMatchObject({
      title: 'Video lost: the gateway no longer knows it',
      body: 'A paper boat',
    });
  });
});

const withLink = (endsAt: number | null) =>
  told('link-expiring', 'A paper boat', undefined, {
    links: [{ kind: 'video', url: 'https://files.example/v.mp4', needsKey: false, expiresAt: endsAt }],
  });

describe('a notice of a link', () => {
  it.each([
    [62 * minute, 'The link to this video ends in about 1 hour'],
    [3.2 * 60 * minute, 'The link to this video ends in about 3 hours'],
    [44 * minute, 'The link to this video ends in about 45 minutes'],
    [20_000, 'The link to this video ends in about 20 seconds'],
    [0, 'The link to this video has ended'],
  ])('says that it ends in %i ms', (leftMs, title) => {
    expect(noticeOf(withLink(decidedAt + leftMs))).toMatchObject({
      title,
      body: 'A paper boat',
      urgency: 'normal',
      route: { to: 'task', taskId: 'A paper boat' },
    });
  });

  it('says what is true when it is shown, not when it was decided', () => {
    const notice = noticeOf(withLink(decidedAt + 60 * minute), decidedAt + 30 * minute);
    expect(notice.title).toBe('The link to this video ends in about 30 minutes');
  });

  it('names no time that is not known', () => {
    expect(noticeOf(withLink(null)).title).toBe('The link to this video ends soon');
  });
});

describe('a notice of a long silence', () => {
  it('says since when, asks whether to go on, and leads to the task', () => {
    const silentSince = new Date(2025, 10, 15).getTime();
    expect(noticeOf(told('unanswered', 'A paper boat', undefined, { silentSince }))).toMatchObject({
      title: 'No answer about this video since 15 November',
      body: 'A paper boat\nOpen it to say whether to keep watching.',
      urgency: 'normal',
      route: { to: 'task', taskId: 'A paper boat' },
    });
  });
});

describe('a digest', () => {
  it('of what happened meanwhile says so', () => {
    const news = [told('succeeded', 'One'), told('failed', 'Two'), told('succeeded', 'Three')];
    const digest = digestOf(news, { since: 'meanwhile' });
    expect(digest.title).toBe('While you were away: 2 ready, 1 failed');
    expect(digest.route).toEqual({ to: 'since-away', taskIds: ['One', 'Two', 'Three'] });
    expect(digestOf(news.slice(0, 1), { since: 'meanwhile' }).title).toBe('While you were away: 1 ready');
  });

  it('calls only what has ended ended', () => {
    const news = [told('succeeded', 'One'), told('link-expiring', 'Two'), told('unanswered', 'Three')];
    expect(digestOf(news).title).toBe('News of 3 videos: 1 ready, 1 link ends soon, 1 without an answer');
    expect(digestOf(news).body).toBe('Ready: One\nLink ends soon: Two\nNo answer: Three');
    const links = [told('link-expiring', 'One'), told('link-expiring', 'Two')];
    expect(digestOf(links).title).toBe('News of 2 videos: 2 links end soon');
  });

  it('counts each kind in its title, and leads to the tasks it tells of', () => {
    const digest = digestOf([
      told('succeeded', 'One'),
      told('failed', 'Two'),
      told('succeeded', 'Three'),
      told('lost', 'Four'),
    ]);
    expect(digest.title).toBe('4 videos ended: 2 ready, 1 failed, 1 lost');
    expect(digest.body).toBe('Ready: One\nFailed: Two\nReady: Three\nLost: Four');
    expect(digest.route).toEqual({ to: 'since-away', taskIds: ['One', 'Two', 'Three', 'Four'] });
  });

  it('names six tasks and counts the rest', () => {
    const digest = digestOf(
      Array.from({ length: 9 }, (_, index) => told('succeeded', `Title ${String(index)}`)),
    );
    expect(digest.body.split('\n')).toHaveLength(7);
    expect(digest.body.endsWith('\nand 3 more')).toBe(true);
  });
});
