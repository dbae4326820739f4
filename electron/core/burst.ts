import { isEnding, keyOfTask, type Told } from './digest.ts';
import type { Clock } from './ports.ts';

/** One notice that was shown of late. */
interface Shown {
  readonly key: string;
  readonly told: readonly Told[];
  readonly begunAt: number;
  readonly at: number;
}

/** Remembers what was shown in the last seconds, so that a crowd of endings becomes one notice. Times are steady. */
export interface Burst {
  /** What was shown of late and the user has not looked at since. */
  recent(): readonly Told[];
  /** The notices in which that was shown. */
  keys(): readonly string[];
  /** How long until the digest that stands may be changed, ms; 0 when it may be now. */
  restMs(): number;
  noteSingle(told: Told): void;
  /** It has taken the place of all recent ones. */
  noteDigest(key: string, told: readonly Told[]): void;
}

/** More than `mostSingleNotices` within this time are told as one. */
const withinMs = 5_000;

/** A stream of endings begins a new notice this long after the first at the latest. */
const longestMs = 60_000;

/** Each change of a notice can bring it up again. */
const betweenChangesMs = 1_000;

/** `now` gives the task as it is now; null when it is no longer watched. */
export const createBurst = (clock: Clock, now: (told: Told) => Told | null): Burst => {
  let shown: readonly Shown[] = [];

  const alive = (): readonly Shown[] => {
    const at = clock.steady();
    shown = shown.filter((one) => at - one.at <= withinMs && at - one.begunAt <= longestMs);
    return shown;
  };

  const isNews = ({ announcement: { kind }, task }: Told): boolean => !(isEnding(kind) && task.seen);

  return {
    recent: () =>
      alive().flatMap(({ told }) =>
        told.flatMap((one) => {
          const current = now(one);
          return current !== null && isNews(current) ? [current] : [];
        }),
      ),
    keys: () => alive().map(({ key }) => key),
    restMs: () => {
      const digest = alive().find(({ told }) => told.length > 1);
      return digest === undefined ? 0 : Math.max(0, digest.at + betweenChangesMs - clock.steady());
    },
    noteSingle: (told) => {
      const at = clock.steady();
      const key = keyOfTask(told.task.id);
      shown = [...shown.filter((one) => one.key !== key), { key, told: [told], begunAt: at, at }];
    },
    noteDigest: (key, told) => {
      const at = clock.steady();
      shown = [{ key, told, begunAt: Math.min(at, ...shown.map(({ begunAt }) => begunAt)), at }];
    },
  };
};
