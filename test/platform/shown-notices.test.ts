import { expect, it } from 'vitest';
import { createShownNotices } from '../../electron/platform/shown-notices.ts';

it('remembers where the latest notices lead and forgets the oldest', () => {
  const shown = createShownNotices(2);
  for (const id of [1, 2, 1, 3]) shown.remember(id, { to: 'task', taskId: String(id) });
  expect([1, 2, 3].map((id) => shown.routeOf(id))).toEqual([
    { to: 'task', taskId: '1' },
    null,
    { to: 'task', taskId: '3' },
  ]);
  shown.forget(1);
  expect(shown.routeOf(1)).toBeNull();
  shown.forgetAll();
  expect(shown.routeOf(3)).toBeNull();
});
