import { expect, it } from 'vitest';
import type { NoticeAction } from '../../electron/core/announcement.ts';
import { createShownNotices } from '../../electron/platform/shown-notices.ts';

const checkOf = (taskId: string): NoticeAction => ({ do: 'check', taskId });
const noticeOf = (id: number, key: string | null = null) => ({
  key,
  actions: new Map([['check', checkOf(String(id))]]),
});

it('remembers what the latest notices offer and forgets the oldest', () => {
  const shown = createShownNotices(2);
  for (const id of [1, 2, 1, 3]) shown.remember(id, noticeOf(id));
  expect([1, 2, 3].map((id) => shown.actionOf(id, 'check'))).toEqual([checkOf('1'), null, checkOf('3')]);
  expect(shown.actionOf(1, 'keep')).toBeNull();
  shown.forget(1);
  expect(shown.actionOf(1, 'check')).toBeNull();
  shown.forgetAll();
  expect(shown.actionOf(3, 'check')).toBeNull();
});

it('finds the latest notice of a key', () => {
  const shown = createShownNotices(3);
  shown.remember(1, noticeOf(1, 'task:a'));
  shown.remember(2, noticeOf(2));
  shown.remember(3, noticeOf(3, 'task:a'));
  expect([shown.idOf('task:a'), shown.idOf('task:b')]).toEqual([3, null]);
  shown.forget(3);
  expect(shown.idOf('task:a')).toBe(1);
});
