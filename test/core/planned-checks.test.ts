import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPlannedChecks, type PlannedChecks } from '../../electron/core/planned-checks.ts';

const begin = (planned: PlannedChecks, now = Infinity, most = 1, gatewayId = 'g'): readonly string[] =>
  planned.begin(
    gatewayId,
    now,
    () => most,
    (taskId) => !taskId.startsWith('alone'),
  );

describe('what is planned for a task during its check', () => {
  it('counts when that has ended, and not before', () => {
    const planned = createPlannedChecks();
    planned.plan('a', 'g', 0, true);
    expect(begin(planned)).toEqual(['a']);
    expect(planned.isUnderway('a')).toBe(true);
    planned.plan('a', 'g', 10, false);
    expect(planned.dueAt('a')).toBe(10);
    expect(begin(planned)).toEqual([]);
    planned.end(['a']);
    expect(planned.isUnderway('a')).toBe(false);
    expect(begin(planned)).toEqual(['a']);
  });

  it('can be moved and forgotten like anything planned', () => {
    const planned = createPlannedChecks();
    planned.plan('a', 'g', 0, true);
    begin(planned);
    expect(planned.move('a', 5)).toBe(false);
    planned.plan('a', 'g', 10, false);
    expect(planned.move('a', 5)).toBe(true);
    expect(planned.dueAt('a')).toBe(5);
    planned.forget('a');
    planned.end(['a']);
    expect(planned.dueAt('a')).toBeNull();
    expect(begin(planned)).toEqual([]);
  });

  it('is for the gateway that it was planned at last', () => {
    const planned = createPlannedChecks();
    planned.plan('a', 'g', 0, true);
    begin(planned);
    planned.plan('a', 'h', 0, false);
    planned.end(['a']);
    expect(begin(planned)).toEqual([]);
    expect(begin(planned, 0, 1, 'h')).toEqual(['a']);
  });
});

describe('a request for many', () => {
  it('takes the due task and the longest waiting that can go along, due or not', () => {
    const planned = createPlannedChecks();
    planned.plan('d', 'g', 40, false);
    planned.plan('c', 'g', 30, true);
    planned.plan('alone', 'g', 20, false);
    planned.plan('a', 'g', 10, false);
    expect(begin(planned, 5, 3)).toEqual([]);
    expect(begin(planned, 10, 3)).toEqual(['a', 'c', 'd']);
    expect(begin(planned, 20, 3)).toEqual(['alone']);
  });
});

describe('a request for one', () => {
  it('looks through none of the others', () => {
    const planned = createPlannedChecks();
    for (let index = 0; index < 100; index += 1) planned.plan(String(index), 'g', index, false);
    const looked: string[] = [];
    const canJoin = (taskId: string): boolean => looked.push(taskId) > 0;
    expect(planned.begin('g', 0, () => 1, canJoin)).toEqual(['0']);
    expect(looked).toEqual(['0']);
    expect(planned.begin('g', 1, () => 3, canJoin)).toEqual(['1', '2', '3']);
    expect(looked).toEqual(['0', '1', '2', '3']);
  });
});

describe('whatever is planned, moved, forgotten, begun and ended in whatever order', () => {
  const ids = ['a', 'b', 'alone'];
  const act = fc.record({
    do: fc.constantFrom('plan', 'move', 'forget', 'begin', 'end'),
    id: fc.constantFrom(...ids),
    gatewayId: fc.constantFrom('g', 'h'),
    at: fc.nat({ max: 5 }),
  });

  it('no task is checked twice at a time, and none that is planned is lost', () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 80 }), (acts) => {
        const planned = createPlannedChecks();
        const wanted = new Set<string>();
        const underway: (readonly string[])[] = [];
        for (const { do: what, id, gatewayId, at } of acts) {
          if (what === 'plan') {
            planned.plan(id, gatewayId, at, at === 0);
            wanted.add(id);
          } else if (what === 'move') expect(planned.move(id, at)).toBe(wanted.has(id));
          else if (what === 'forget') {
            planned.forget(id);
            wanted.delete(id);
          } else if (what === 'begin') {
            const begun = begin(planned, at, 2, gatewayId);
            for (const one of begun) {
              expect(underway.flat()).not.toContain(one);
              wanted.delete(one);
            }
            if (begun.length > 0) underway.push(begun);
          } else planned.end(underway.shift() ?? []);
          for (const one of ids) expect(planned.dueAt(one) !== null).toBe(wanted.has(one));
        }
        for (const begun of underway) planned.end(begun);
        const left = [
          ...begin(planned, 9, 3),
          ...begin(planned, 9, 3),
          ...begin(planned, 9, 3, 'h'),
          ...begin(planned, 9, 3, 'h'),
        ];
        expect([...left].sort()).toEqual([...wanted].sort());
      }),
    );
  });
});
