import { describe, expect, it } from 'vitest';
import { PhaseNews } from '../../renderer/phase-news.ts';
import { taskEntry } from './view-samples.ts';

const queued = taskEntry({ id: 'a', title: 'Boat', phase: 'queued' });
const running = { ...queued, phase: 'running' } as const;
const ready = { ...queued, phase: 'succeeded' } as const;

const saidOf = (isQuiet: boolean, ...views: readonly (readonly (typeof queued)[])[]): string => {
  const news = new PhaseNews();
  return views.map((tasks) => news.heed(tasks, isQuiet)).findLast((said) => said !== null) ?? '';
};

describe('what is said to those who do not see the list', () => {
  it('is nothing of tasks as they were found', () => {
    expect(saidOf(false, [queued], [queued, { ...running, id: 'b' }])).toBe('');
  });

  it('names a task that has begun', () => {
    expect(saidOf(false, [queued], [running])).toBe('Boat: Running');
  });

  it('leaves endings to the news', () => {
    expect(saidOf(false, [queued], [running], [ready])).toBe('Boat: Running');
  });

  it('says endings of which no news comes', () => {
    expect(saidOf(true, [running], [ready])).toBe('Boat: Ready');
    expect(saidOf(false, [{ ...running, muted: true }], [{ ...ready, muted: true }])).toBe('Boat: Ready');
  });

  it('counts the rest of many', () => {
    const many = Array.from({ length: 5 }, (_, at) => ({ ...queued, id: String(at) }));
    const begun = many.map((task) => ({ ...task, phase: 'running' as const }));
    expect(saidOf(false, many, begun)).toMatch(/^(Boat: Running, ){3}and 2 more$/);
  });
});
