import { describe, expect, it } from 'vitest';
import { createLane } from '../../electron/core/lane.ts';

const taken = (lane: ReturnType<typeof createLane>, now: number): string[] => {
  const ids: string[] = [];
  for (let id = lane.take(now); id !== null; id = lane.take(now)) ids.push(id);
  return ids;
};

describe('the planned checks of a gateway', () => {
  it('are taken when they are due, the earliest first, and each once', () => {
    const lane = createLane();
    lane.plan('c', 30, false);
    lane.plan('a', 10, false);
    lane.plan('b', 20, false);
    expect(lane.nextDueAt()).toBe(10);
    expect(taken(lane, 25)).toEqual(['a', 'b']);
    expect(lane.nextDueAt()).toBe(30);
    expect(taken(lane, 30)).toEqual(['c']);
    expect(lane.nextDueAt()).toBe(Infinity);
    expect(lane.size).toBe(0);
  });

  it('of tasks never checked take turns with the others, whichever has more', () => {
    const lane = createLane();
    for (const id of ['old1', 'old2', 'old3', 'old4']) lane.plan(id, 0, false);
    for (const id of ['new1', 'new2']) lane.plan(id, 5, true);
    expect(taken(lane, 10)).toEqual(['new1', 'old1', 'new2', 'old2', 'old3', 'old4']);
  });

  it('take no turn for a row in which nothing is due', () => {
    const lane = createLane();
    lane.plan('new1', 20, true);
    lane.plan('old1', 0, false);
    lane.plan('old2', 0, false);
    expect(taken(lane, 10)).toEqual(['old1', 'old2']);
  });

  it('change their row with their task, and stand in one of them only', () => {
    const lane = createLane();
    lane.plan('a', 10, true);
    lane.plan('a', 20, false);
    expect(lane.size).toBe(1);
    expect(lane.dueAt('a')).toBe(20);
    lane.plan('a', 5, true);
    expect(lane.inOrder()).toEqual(['a']);
    expect(lane.forget('a')).toBe(true);
    expect(lane.forget('a')).toBe(false);
    expect(lane.size).toBe(0);
  });

  it('are moved within their row, and only if they are planned', () => {
    const lane = createLane();
    lane.plan('a', 10, true);
    lane.plan('b', 20, false);
    expect(lane.move('b', 5)).toBe(true);
    expect(lane.move('unknown', 5)).toBe(false);
    expect(lane.inOrder()).toEqual(['b', 'a']);
    expect(lane.dueAt('unknown')).toBeNull();
  });
});
