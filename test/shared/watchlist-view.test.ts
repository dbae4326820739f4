import { describe, expect, it } from 'vitest';
import { applyPatch, type WatchlistPatch } from '../../electron/shared/watchlist-view.ts';
import { gatewayEntry, taskEntry, viewOf } from '../renderer/view-samples.ts';

const nothing: WatchlistPatch = {
  from: 7,
  to: 8,
  changedTasks: [],
  removedTasks: [],
  changedGateways: [],
  removedGateways: [],
  status: null,
};

describe('a patch', () => {
  const first = taskEntry({ id: 'a' });
  const second = taskEntry({ id: 'b' });
  const before = viewOf({ revision: 7, tasks: [first, second], gateways: [gatewayEntry({ id: 'g' })] });

  it('that starts from another revision is refused as a gap', () => {
    expect(applyPatch({ ...before, revision: 6 }, nothing)).toEqual({ ok: false, trouble: 'gap' });
    expect(applyPatch({ ...before, revision: 8 }, nothing)).toEqual({ ok: false, trouble: 'gap' });
  });

  it('changes in place, adds at the end, removes, and leaves the rest as it was', () => {
    const changed = taskEntry({ id: 'a', title: 'Another title' });
    const added = taskEntry({ id: 'c' });
    const after = applyPatch(before, {
      ...nothing,
      changedTasks: [added, changed],
      removedTasks: ['b', 'unknown'],
    });
    expect(after).toEqual({ ok: true, value: { ...before, revision: 8, tasks: [changed, added] } });
  });

  it('that does not touch the tasks keeps their very array, so that nothing is drawn again', () => {
    const after = applyPatch(before, { ...nothing, removedGateways: ['g'] });
    expect(after.ok && after.value.tasks).toBe(before.tasks);
    expect(after.ok && after.value.gateways).toEqual([]);
  });
});
