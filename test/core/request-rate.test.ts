import { expect, it } from 'vitest';
import { createRequestRate } from '../../electron/core/request-rate.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

const startRate = () => {
  const clock = createManualClock();
  const aged: number[] = [];
  const rate = createRequestRate(clock, () => void aged.push(rate.lastMinute()));
  return { clock, aged, rate };
};

it('counts the requests of the last minute, whatever the wall clock shows', async () => {
  const { clock, rate } = startRate();
  rate.note();
  await clock.advance(30_000);
  rate.note();
  rate.note();
  expect(rate.lastMinute()).toBe(3);
  clock.setWall(-7_200_000);
  await clock.advance(30_000);
  expect(rate.lastMinute()).toBe(2);
  clock.setWall(90_000_000);
  await clock.advance(30_000);
  expect(rate.lastMinute()).toBe(0);
});

it('tells while the count goes down by itself, and then is quiet', async () => {
  const { clock, aged, rate } = startRate();
  rate.note();
  await clock.advance(10_000);
  rate.note();
  expect(aged).toEqual([]);
  await clock.advance(120_000);
  expect(aged).toEqual([1, 0]);
  expect(clock.pending()).toBe(0);
});

it('tells of what has aged although others have read the count meanwhile', async () => {
  const { clock, aged, rate } = startRate();
  rate.note();
  await clock.advance(12_000);
  rate.note();
  await clock.advance(61_000);
  expect(rate.lastMinute()).toBe(0);
  await clock.advance(10_000);
  expect(aged).toEqual([1, 0]);
});

it('tells nothing and leaves no timer once stopped', async () => {
  const { clock, aged, rate } = startRate();
  rate.note();
  rate.stop();
  rate.note();
  expect(clock.pending()).toBe(0);
  await clock.advance(120_000);
  expect(aged).toEqual([]);
});
