import { words } from './language/spoken.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Up to which length of time which step is fine enough. */
const steps = [
  { stepMs: 10 * second, belowMs: minute, unit: 's', unitMs: second },
  { stepMs: minute, belowMs: 10 * minute, unit: 'min', unitMs: minute },
  { stepMs: 5 * minute, belowMs: hour, unit: 'min', unitMs: minute },
  { stepMs: hour, belowMs: Infinity, unit: 'h', unitMs: hour },
] as const;

/** A length of time as it can honestly be told of something that is only estimated. */
export interface RoughTime {
  readonly count: number;
  readonly unit: (typeof steps)[number]['unit'];
}

/**
 * The nearest step: 10 s below a minute, 1 min below ten, 5 min below an hour, then 1 h; never more than half a
 * step off, and never more for less. No step is finer than `finestMs`. Null when it is nearest to nothing at all.
 */
export const roughTimeOf = (ms: number, finestMs = 0): RoughTime | null => {
  for (const { stepMs, belowMs, unit, unitMs } of steps) {
    const nearest = Math.round(ms / stepMs) * stepMs;
    if (stepMs < finestMs || nearest >= belowMs) continue;
    return nearest <= 0 ? null : { count: nearest / unitMs, unit };
  }
  return null;
};

/** "40 s", "3 min", "1 h"; the least that is ever told is the first step. */
export const roughTimeText = (ms: number): string => {
  const { count, unit } = roughTimeOf(ms) ?? { count: 10, unit: 's' };
  return words().times.length({ count, unit }, null);
};
