import { priceMsOf } from '../../../electron/core/check-policy.ts';
import {
  createLearnedTimes,
  nothingLearned,
  type LearnedTimes,
} from '../../../electron/core/learned-times.ts';
import { takenTimeOf } from '../../../electron/core/taken-time.ts';
import { taskbell, type Poller } from './pollers.ts';
import { seeded } from './random.ts';
import type { SimulatedTask, World } from './world.ts';

/** Watches the same kind of tasks as the others, having learned from other tasks of that kind before. */
interface User {
  readonly learned: LearnedTimes;
  readonly tasks: readonly SimulatedTask[];
}

export interface Extent {
  readonly users: number;
  readonly tasksEach: number;
  /** How many finished tasks each has seen before. */
  readonly seenBefore: number;
}

/** What a policy cost over all tasks of a case: requests a task, and the time from an end to its being known. */
export interface Score {
  readonly requests: number;
  readonly meanMs: number;
  readonly p95Ms: number;
  readonly maxMs: number;
  /** Of the tasks that took less than ten minutes. */
  readonly p95ShortMs: number;
}

export const usersOf = (
  world: World,
  { users, tasksEach, seenBefore }: Extent,
  seed: number,
): readonly User[] => {
  const random = seeded(seed);
  return Array.from({ length: users }, () => {
    const learned = learnedFrom(world, seenBefore, random);
    return { learned, tasks: Array.from({ length: tasksEach }, () => world(random)) };
  });
};

const apartMs = 3_600_000;

/** As the app learns: from tasks that it watched itself at the default setting, knowing what it had learned by then. */
const learnedFrom = (world: World, seenBefore: number, random: () => number): LearnedTimes => {
  if (seenBefore === 0) return nothingLearned;
  const book = createLearnedTimes();
  const names = { gatewayId: 'gateway', model: 'model' };
  for (let index = 0; index < seenBefore; index += 1) {
    const task = world(random);
    const watch = taskbell(book.of(names.gatewayId, names.model), priceMsOf.balanced);
    const { delayMs, pace, unfinishedAt } = watch(task, random);
    const taken = takenTimeOf({
      ...names,
      phase: 'succeeded',
      startedAt: 0,
      finishedAt: task.endsMs + delayMs,
      endNamed: false,
      pace,
      unfinishedAt,
      now: index * apartMs,
    });
    if (taken !== null) book.add(taken);
  }
  return book.of(names.gatewayId, names.model);
};

export const scoreOf = (users: readonly User[], pollerFor: (learned: LearnedTimes) => Poller): Score => {
  const random = seeded(7);
  const delays: number[] = [];
  const short: number[] = [];
  let requests = 0;
  for (const { learned, tasks } of users) {
    const watch = pollerFor(learned);
    for (const task of tasks) {
      const watched = watch(task, random);
      requests += watched.requests;
      delays.push(watched.delayMs);
      if (task.endsMs < 600_000) short.push(watched.delayMs);
    }
  }
  return {
    requests: requests / delays.length,
    meanMs: delays.reduce((sum, delay) => sum + delay, 0) / delays.length,
    p95Ms: p95(delays),
    maxMs: delays.reduce((most, delay) => Math.max(most, delay), 0),
    p95ShortMs: p95(short),
  };
};

const p95 = (delays: number[]): number => delays.sort((a, b) => a - b)[Math.floor(delays.length * 0.95)] ?? 0;

/** The score at the price at which the mean delay is as wanted, by false position in logarithms. */
export const atMeanDelay = (wantedMs: number, scoreAt: (priceMs: number) => Score): Score => {
  const off = (score: Score): number => Math.log(score.meanMs / wantedMs);
  let price = Math.log(200);
  let score = scoreAt(Math.exp(price));
  let below = { price: Math.log(1), off: -2 };
  let above = { price: Math.log(20_000), off: 2 };
  for (let turn = 0; turn < 8 && Math.abs(off(score)) > 0.002; turn += 1) {
    if (off(score) < 0) below = { price, off: off(score) };
    else above = { price, off: off(score) };
    // A delay goes about with the square root of the price, where no bound is in the way.
    const guess = price - 2 * off(score);
    const between = below.price + ((above.price - below.price) * -below.off) / (above.off - below.off);
    price = turn < 3 && guess > below.price && guess < above.price ? guess : between;
    score = scoreAt(Math.exp(price));
  }
  return score;
};
