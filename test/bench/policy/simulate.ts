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

interface Tried {
  /** Logarithm of the price. */
  readonly price: number;
  /** Logarithm of how much longer the mean delay is than the wanted one. */
  readonly off: number;
  readonly score: Score;
}

const closeEnough = 0.002;
const mostTries = 9;

/**
 * The score at the price at which the mean delay is as wanted: closed in on from both sides, and where the schedule
 * jumps from one price to the next, the requests in between by logarithms.
 */
export const atMeanDelay = (wantedMs: number, scoreAt: (priceMs: number) => Score): Score => {
  const tryAt = (price: number): Tried => {
    const score = scoreAt(Math.exp(price));
    return { price, off: Math.log(score.meanMs / wantedMs), score };
  };
  let low: Tried | null = null;
  let high: Tried | null = null;
  let tried = tryAt(Math.log(200));
  for (let count = 1; count < mostTries && Math.abs(tried.off) > closeEnough; count += 1) {
    if (tried.off < 0) low = tried;
    else high = tried;
    // A delay goes about with the square root of the price; once it is enclosed, with a line or by halves.
    if (low === null || high === null) tried = tryAt(tried.price - 2.4 * tried.off);
    else if (count % 2 === 0) tried = tryAt((low.price + high.price) / 2);
    else tried = tryAt(low.price + ((high.price - low.price) * -low.off) / (high.off - low.off));
  }
  if (Math.abs(tried.off) <= closeEnough || low === null || high === null) return tried.score;
  const part = -low.off / (high.off - low.off);
  const nearest = part < 0.5 ? low.score : high.score;
  return {
    ...nearest,
    meanMs: wantedMs,
    requests: low.score.requests * (high.score.requests / low.score.requests) ** part,
  };
};
