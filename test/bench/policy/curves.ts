import { priceMsOf } from '../../../electron/core/check-policy.ts';
import { cases, settings, trueLengths, usersFor, type Case } from './cases.ts';
import { optimumFor } from './optimum.ts';
import { every, planned, taskbell } from './pollers.ts';
import { scoreOf, usersOf, type Score } from './simulate.ts';

/** What more requests buy under one policy: points from few requests to many. */
export interface Curve {
  readonly name: string;
  readonly points: readonly Score[];
  /** Those of the points that are a setting of the app, with its name. */
  readonly settings: readonly { readonly name: string; readonly score: Score }[];
}

const prices = [1000, 600, 360, 200, 120, 70, 40, 22.5, 12];
const gapsS = [16, 12, 9, 7, 5, 4, 3, 2];

const ours = (name: string, one: Case): Curve => {
  const extent = one.seenBefore === 0 ? { users: 1, tasksEach: 5_000 } : { users: 100, tasksEach: 50 };
  const users = usersOf(one.world, { ...extent, seenBefore: one.seenBefore }, 2);
  const at = (priceMs: number): Score => scoreOf(users, (learned) => taskbell(learned, priceMs));
  return {
    name,
    points: prices.map(at),
    settings: settings.map((setting) => ({ name: setting, score: at(priceMsOf[setting]) })),
  };
};

/** All on tasks of about 105 s. */
export const curves = (): readonly Curve[] => {
  const named = (start: string, seenBefore: number): Case => {
    const found = cases.find((one) => one.name.startsWith(start) && one.seenBefore === seenBefore);
    if (found === undefined) throw new Error(`no case ${start}`);
    return found;
  };
  const plain = named('about 105 s (σ 0.35)', 0);
  const users = usersFor(plain);
  const lengths = trueLengths(plain.world);
  return [
    {
      name: 'at a fixed rate',
      points: gapsS.map((gap) => scoreOf(users, () => every(gap * 1000))),
      settings: [],
    },
    {
      name: 'optimum, times known exactly',
      points: prices.map((price) => {
        const poller = planned(optimumFor(lengths, price));
        return scoreOf(users, () => poller);
      }),
      settings: [],
    },
    ours('Taskbell, nothing seen', plain),
    ours('Taskbell, 30 seen', named('about 105 s (σ 0.35)', 30)),
    ours('Taskbell, progress, 30 seen', named('progress', 30)),
  ];
};
