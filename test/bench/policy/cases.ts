import type { Promptness } from '../../../electron/shared/timing.ts';
import { priceMsOf } from '../../../electron/core/check-policy.ts';
import { optimumFor } from './optimum.ts';
import { every, exponential, openAiPoll, planned, taskbell } from './pollers.ts';
import { seeded } from './random.ts';
import { atMeanDelay, scoreOf, usersOf, type Score } from './simulate.ts';
import { bimodalWorld, logNormalWorld, progressWorld, queueWorld, type World } from './world.ts';

export interface Case {
  readonly name: string;
  readonly world: World;
  readonly seenBefore: number;
  /** What it must reach, see targets.ts. */
  readonly aim: 'learned' | 'progress' | 'cold' | 'none';
}

export const cases: readonly Case[] = [
  { name: 'about 105 s (σ 0.35), 30 seen', world: logNormalWorld(105, 0.35), seenBefore: 30, aim: 'learned' },
  { name: 'about 105 s (σ 0.2), 30 seen', world: logNormalWorld(105, 0.2), seenBefore: 30, aim: 'learned' },
  { name: 'one or five minutes, 30 seen', world: bimodalWorld, seenBefore: 30, aim: 'learned' },
  { name: 'ten minutes of queue, then 105 s, 30 seen', world: queueWorld, seenBefore: 30, aim: 'learned' },
  { name: 'progress, stalls at 99 %, 30 seen', world: progressWorld, seenBefore: 30, aim: 'progress' },
  { name: 'progress, stalls at 99 %, none seen', world: progressWorld, seenBefore: 0, aim: 'progress' },
  { name: 'about 105 s (σ 0.35), none seen', world: logNormalWorld(105, 0.35), seenBefore: 0, aim: 'cold' },
  { name: 'about 20 s (σ 0.35), none seen', world: logNormalWorld(20, 0.35), seenBefore: 0, aim: 'none' },
  { name: 'about 10 min (σ 0.35), none seen', world: logNormalWorld(600, 0.35), seenBefore: 0, aim: 'none' },
  { name: 'about 105 s (σ 0.35), 3 seen', world: logNormalWorld(105, 0.35), seenBefore: 3, aim: 'none' },
];

export const settings: readonly Promptness[] = ['told-sooner', 'balanced', 'fewer-requests'];

export type PolicyName =
  | 'fixed 5 s'
  | 'fixed 15 s'
  | '2 s doubling to 60 s'
  | 'OpenAI create-and-poll'
  | 'optimum, same delay'
  | 'Taskbell, same delay'
  | `Taskbell, ${Promptness}`;

export interface CaseResult {
  readonly name: string;
  readonly aim: Case['aim'];
  readonly tasks: number;
  readonly scores: Readonly<Record<PolicyName, Score>>;
}

/** Enough draws to stand for the distribution itself. */
const drawn = 200_000;

export const trueLengths = (world: World): Float64Array => {
  const random = seeded(99);
  return Float64Array.from({ length: drawn }, () => world(random).endsMs).sort();
};

export const usersFor = ({ world, seenBefore }: Case): ReturnType<typeof usersOf> =>
  // Who has learned nothing is like everybody else who has learned nothing.
  usersOf(
    world,
    seenBefore === 0
      ? { users: 1, tasksEach: 20_000, seenBefore }
      : { users: 250, tasksEach: 80, seenBefore },
    1,
  );

export const resultOf = (one: Case): CaseResult => {
  const users = usersFor(one);
  const fixed = scoreOf(users, () => every(5_000));
  const lengths = trueLengths(one.world);
  const at = (setting: Promptness): Score =>
    scoreOf(users, (learned) => taskbell(learned, priceMsOf[setting]));
  return {
    name: one.name,
    aim: one.aim,
    tasks: users.reduce((sum, { tasks }) => sum + tasks.length, 0),
    scores: {
      'fixed 5 s': fixed,
      'fixed 15 s': scoreOf(users, () => every(15_000)),
      '2 s doubling to 60 s': scoreOf(users, () => exponential),
      'OpenAI create-and-poll': scoreOf(users, () => openAiPoll),
      'optimum, same delay': atMeanDelay(fixed.meanMs, (priceMs) => {
        const poller = planned(optimumFor(lengths, priceMs));
        return scoreOf(users, () => poller);
      }),
      'Taskbell, told-sooner': at('told-sooner'),
      'Taskbell, balanced': at('balanced'),
      'Taskbell, fewer-requests': at('fewer-requests'),
      'Taskbell, same delay': atMeanDelay(fixed.meanMs, (priceMs) =>
        scoreOf(users, (learned) => taskbell(learned, priceMs)),
      ),
    },
  };
};
