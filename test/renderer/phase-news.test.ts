import { afterEach, describe, expect, it } from 'vitest';
import { spokenIn } from '../../electron/shared/language/languages.ts';
import { speak } from '../../electron/shared/language/spoken.ts';
import { PhaseNews } from '../../renderer/phase-news.ts';
import { taskEntry } from './view-samples.ts';

afterEach(() => speak(spokenIn.en));

const queued = taskEntry({ id: 'a', title: 'Boat', phase: 'queued' });
const running = { ...queued, phase: 'running' } as const;
const ready = { ...queued, phase: 'succeeded' } as const;

const saidOf = (isQuiet: boolean, ...views: readonly (readonly (typeof queued)[])[]): string => {
  const news = new PhaseNews();
  return views.map((tasks) => news.heed(tasks, isQuiet)).at(-1) ?? '';
};

describe('what is said to those who do not see the list', () => {
  it('is nothing of tasks as they were found', () => {
    expect(saidOf(false, [queued], [queued, { ...running, id: 'b' }])).toBe('');
  });

  it('names a task that has begun', () => {
    expect(saidOf(false, [queued], [running])).toBe('Boat: Running');
  });

  it('leaves endings to the news', () => {
    expect(saidOf(false, [running], [ready])).toBe('');
  });

  it('stays while it is true, and goes with its task or the phase of that', () => {
    const other = { ...running, id: 'b', title: 'Pier' };
    expect(saidOf(false, [queued], [running], [running, other])).toBe('Boat: Running');
    expect(saidOf(false, [queued], [running], [ready])).toBe('');
    expect(saidOf(false, [queued, other], [running, other], [other])).toBe('');
  });

  it('goes when another language is spoken', () => {
    const news = new PhaseNews();
    news.heed([queued], false);
    expect(news.heed([running], false)).toBe('Boat: Running');
    speak(spokenIn.zh);
    expect(news.heed([running], false)).toBe('');
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
