import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coarseStandText,
  estimateText,
  timeLeftText,
  usuallyTakesText,
} from '../../electron/shared/estimate-text.ts';
import type { Phase } from '../../electron/shared/task.ts';
import type { Estimate } from '../../electron/shared/timing.ts';
import type { TaskEntry } from '../../electron/shared/watchlist-view.ts';

const now = 1_800_000_000_000;
const second = 1000;
const minute = 60 * second;

const estimate = (given: Partial<Estimate> = {}): Estimate => ({
  endsAt: now + 2 * minute,
  longFrom: now + 10 * minute,
  usualMs: 170 * second,
  stalledSince: null,
  ...given,
});

type Estimated = Pick<TaskEntry, 'phase' | 'progress' | 'estimate'>;
const task = (given: Partial<Estimate> | null, phase: Phase = 'running', progress = 0.42): Estimated => ({
  phase,
  progress,
  estimate: given === null ? null : estimate(given),
});

describe('how much longer a task takes', () => {
  it.each<[string, Partial<Estimate>, string]>([
    ['minutes away', {}, 'about 2 min left'],
    ['seconds away', { endsAt: now + 41 * second }, 'about 40 s left'],
    ['a moment away', { endsAt: now + 4 * second }, 'any moment'],
    ['past its likely end', { endsAt: now - minute }, 'any moment'],
    ['longer than nearly all others', { endsAt: now - minute, longFrom: now }, 'running long'],
    ['standing still', { stalledSince: now - minute }, 'stalled at 42%'],
    ['standing still for long', { stalledSince: now - minute, longFrom: now }, 'stalled at 42%'],
  ])('is told of one that is %s', (_which, given, text) => {
    expect(estimateText(task(given), now)).toBe(text);
  });

  it('is what is usual for one in a queue, if that is known', () => {
    expect(estimateText(task({}, 'queued'), now)).toBe('usually 3 min');
    expect(estimateText(task({ longFrom: now }, 'queued'), now)).toBe('usually 3 min');
    expect(estimateText(task({ usualMs: null }, 'queued'), now)).toBeNull();
  });

  it('rounds the progress of a stall down', () => {
    expect(estimateText(task({ stalledSince: now }, 'running', 0.999), now)).toBe('stalled at 99%');
    expect(estimateText({ ...task({ stalledSince: now }), progress: null }, now)).toBe('stalled');
  });

  it('is not told while nothing is known, nor of a task that has ended', () => {
    expect(estimateText(task(null), now)).toBeNull();
    for (const phase of ['succeeded', 'failed', 'cancelled', 'lost'] as const) {
      expect(estimateText(task({}, phase), now)).toBeNull();
      expect(usuallyTakesText(task({}, phase))).toBeNull();
    }
  });

  it('has short words beside a heading', () => {
    expect(timeLeftText(task({}), now)).toBe('about 2 min');
    expect(timeLeftText(task({ stalledSince: now - 4 * minute }), now)).toBe('stalled at 42% for 4 min');
    expect(timeLeftText(task({ endsAt: now, longFrom: now }), now)).toBe('running long');
    expect(timeLeftText(task({}, 'queued'), now)).toBeNull();
    expect(usuallyTakesText(task({}, 'queued'))).toBe('3 min');
    expect(usuallyTakesText(task({ usualMs: null }))).toBeNull();
  });
});

/** The texts of the coming hours, one a second, without repetitions. */
const comingTexts = (textAt: (at: number) => string, seconds: number): { text: string; at: number }[] => {
  const texts: { text: string; at: number }[] = [];
  for (let at = now; at <= now + seconds * second; at += second) {
    const text = textAt(at);
    if (text !== texts.at(-1)?.text) texts.push({ text, at });
  }
  return texts;
};

describe('as time passes', () => {
  const anyEnd = fc.integer({ min: 0, max: 3 * 3600 });

  it('no text comes back that has gone', () => {
    fc.assert(
      fc.property(anyEnd, (seconds) => {
        const given = task({ endsAt: now + seconds * second, longFrom: Infinity });
        const texts = comingTexts((at) => estimateText(given, at) ?? '', seconds + 10).map(
          ({ text }) => text,
        );
        expect(new Set(texts).size).toBe(texts.length);
        expect(texts.at(-1)).toBe('any moment');
      }),
      { numRuns: 20 },
    );
  });

  it('a coarse text changes once a minute at most, and every five minutes above ten', () => {
    fc.assert(
      fc.property(anyEnd, (seconds) => {
        const given = task({ endsAt: now + seconds * second, longFrom: Infinity });
        const texts = comingTexts((at) => coarseStandText(given, '40%', at), seconds + 10);
        // The first text may have begun long before.
        for (const [index, { at }] of texts.entries()) {
          const next = texts[index + 1];
          if (index === 0 || next === undefined) continue;
          const leftMs = given.estimate === null ? 0 : given.estimate.endsAt - next.at;
          expect(next.at - at).toBeGreaterThanOrEqual(leftMs > 13 * minute ? 5 * minute : minute);
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('where a task stands, in coarse words', () => {
  it.each<[string, Estimated, string]>([
    ['40%', task({}), '40% · about 2 min'],
    ['40%', task({ endsAt: now + 29 * second }), '40% · any moment'],
    ['40%', task({ endsAt: now, longFrom: now }), '40% · running long'],
    ['Running', { ...task({ endsAt: now, longFrom: now }), progress: null }, 'Running long'],
    ['95%', task({ stalledSince: now }, 'running', 0.99), 'Stalled at 99%'],
    ['Queued', task({}, 'queued'), 'Queued · usually 3 min'],
    ['Queued', task(null, 'queued'), 'Queued'],
  ])('after "%s" comes what is known of the end', (stand, given, text) => {
    expect(coarseStandText(given, stand, now)).toBe(text);
  });
});
