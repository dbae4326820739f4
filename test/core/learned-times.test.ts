import { describe, expect, it } from 'vitest';
import { createLearnedTimes, keptPerModel, nothingLearned } from '../../electron/core/learned-times.ts';
import { aliveAfter, lengthMs } from '../../electron/core/survival-curve.ts';
import { learnedOf, logNormals, takenSample } from './timing-samples.ts';

describe('what is learned of a model', () => {
  it('is kept apart from other models and gateways, and is nothing where nothing ended', () => {
    const book = createLearnedTimes();
    book.add(takenSample);
    expect(book.of('g', 'm').seen).toBe(1);
    expect(book.of('g', 'other')).toBe(nothingLearned);
    expect(book.of('h', 'm')).toBe(nothingLearned);
  });

  it('goes for tasks whose model nobody names too', () => {
    const book = createLearnedTimes();
    book.add({ ...takenSample, model: '' });
    expect(book.of('g', null).seen).toBe(1);
  });

  it('is worked out anew only when a task has ended', () => {
    const book = createLearnedTimes();
    book.add(takenSample);
    const before = book.of('g', 'm');
    expect(book.of('g', 'm')).toBe(before);
    book.add(takenSample);
    expect(book.of('g', 'm')).not.toBe(before);
  });

  it('rests on the newest 400', () => {
    expect(learnedOf(Array.from({ length: 500 }, () => 60_000)).seen).toBe(keptPerModel);
  });

  it('follows a gateway that got faster', () => {
    const faster = learnedOf([...logNormals(200, 300_000, 0.2), ...logNormals(60, 60_000, 0.2)]);
    expect(aliveAfter(faster.total, 100_000)).toBeLessThan(0.55);
    const much = learnedOf([...logNormals(200, 300_000, 0.2), ...logNormals(200, 60_000, 0.2)]);
    expect(lengthMs(much.total, 0.5)).toBeLessThan(80_000);
  });

  it('keeps two usual lengths apart', () => {
    const { total } = learnedOf([...logNormals(15, 60_000, 0.1), ...logNormals(15, 600_000, 0.1)]);
    expect(aliveAfter(total, 120_000) - aliveAfter(total, 350_000)).toBeLessThan(0.06);
    expect(aliveAfter(total, 120_000)).toBeGreaterThan(0.4);
  });

  it('holds a surprise for possible', () => {
    const { total } = learnedOf(logNormals(400, 100_000, 0.1));
    expect(aliveAfter(total, 1_000_000)).toBeGreaterThan(0);
    expect(aliveAfter(total, 1_000_000)).toBeLessThan(0.001);
    expect(aliveAfter(total, 20_000)).toBeLessThan(1);
  });

  it('counts an end that lies somewhere in a span as spread over it', () => {
    const exact = learnedOf(Array.from({ length: 20 }, () => 100_000)).total;
    const vague = learnedOf(
      Array.from({ length: 20 }, () => 100_000),
      () => ({ uncertainMs: 40_000 }),
    ).total;
    expect(aliveAfter(vague, 80_000)).toBeLessThan(aliveAfter(exact, 80_000) - 0.2);
  });
});
