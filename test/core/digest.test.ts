import { describe, expect, it } from 'vitest';
import type { AnnouncementKind } from '../../electron/core/announcement.ts';
import { digestOf, noticeOf } from '../../electron/core/digest.ts';
import { announcementOf } from '../fakes/stored-samples.ts';
import { taskEntry } from '../renderer/view-samples.ts';

const told = (kind: AnnouncementKind, title: string, message?: string) => ({
  announcement: announcementOf({ kind, taskId: title }),
  task: taskEntry({
    id: title,
    title,
    phase: kind === 'link-expiring' ? 'succeeded' : kind === 'unanswered' ? 'queued' : kind,
    failure: message === undefined ? null : { code: 'moderation', message, reason: 'moderation' },
  }),
});

describe('a notice', () => {
  it('says what became of the task and leads to it', () => {
    expect(noticeOf(told('succeeded', 'A paper boat'))).toEqual({
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
});

describe('a digest', () => {
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
