import { describe, expect, it } from 'vitest';
import { paceAfter, type Pace } from '../../electron/core/pace.ts';
import type { Report } from '../../electron/shared/task.ts';

const report = (phase: Report['phase'], progress: number | null): Report => ({
  phase,
  progress,
  stage: null,
  title: null,
  model: null,
  links: [],
  linksPending: false,
  failure: null,
  queuePosition: null,
  createdAt: null,
  updatedAt: null,
});

describe('the pace of a task', () => {
  it('holds when it was last seen waiting and first seen running', () => {
    const queued = paceAfter(null, report('queued', null), null, 1_000);
    expect(queued.began).toBeNull();
    const running = paceAfter(queued, report('running', null), 1_000, 5_000);
    expect(running.began).toEqual({ after: 1_000, by: 5_000 });
    expect(paceAfter(running, report('running', 0.5), 5_000, 9_000).began).toEqual(running.began);
  });

  it('notes a progress when it is first seen, and only of a run', () => {
    let pace: Pace | null = paceAfter(null, report('queued', 0.4), null, 1_000);
    pace = paceAfter(pace, report('running', 0.4), 1_000, 2_000);
    pace = paceAfter(pace, report('running', 0.4), 2_000, 3_000);
    pace = paceAfter(pace, report('running', 0.6), 3_000, 4_000);
    expect(pace.marks).toEqual([
      { at: 2_000, progress: 0.4 },
      { at: 4_000, progress: 0.6 },
    ]);
  });

  it('thins a long history and keeps its ends and its breadth', () => {
    let pace: Pace | null = null;
    for (let point = 0; point <= 200; point += 1) {
      pace = paceAfter(pace, report('running', point / 200), null, point * 1_000);
    }
    const marks = pace?.marks ?? [];
    expect(marks).toHaveLength(24);
    expect([marks[0]?.at, marks.at(-1)?.at]).toEqual([0, 200_000]);
    const gaps = marks.slice(1).map(({ at }, index) => at - (marks[index]?.at ?? 0));
    expect(Math.max(...gaps)).toBeLessThan(40_000);
  });
});
