import type { Report } from '../../../electron/shared/task.ts';
import { logNormal, normal } from './random.ts';

/** A made-up task. Times are ms since its creation. */
export interface SimulatedTask {
  /** When it begins to run. */
  readonly beginsMs: number;
  readonly endsMs: number;
  /** 0 to 1 in hundredths; null when the gateway does not say. */
  readonly progressAt: (ageMs: number) => number | null;
}

/** A kind of tasks, drawn anew with every call. */
export type World = (random: () => number) => SimulatedTask;

const silent = (): null => null;

const run = (endsMs: number): SimulatedTask => ({ beginsMs: 0, endsMs, progressAt: silent });

export const logNormalWorld =
  (medianS: number, sigma: number): World =>
  (random) =>
    run(logNormal(random, medianS * 1000, sigma));

/** Seven of ten are a short model's work, the others take five times as long. */
export const bimodalWorld: World = (random) =>
  run(random() < 0.7 ? logNormal(random, 60_000, 0.2) : logNormal(random, 300_000, 0.2));

/** A queue of ten minutes or so, then the run. */
export const queueWorld: World = (random) => {
  const beginsMs = logNormal(random, 600_000, 0.6);
  return { beginsMs, endsMs: beginsMs + logNormal(random, 105_000, 0.35), progressAt: silent };
};

/**
 * Progress that bends (it starts fast or slow), trembles by two points, comes in whole points, and stands at 99 %
 * for the last fifth of the time or less.
 */
export const progressWorld: World = (random) => {
  const endsMs = logNormal(random, 105_000, 0.35);
  const bend = Math.exp(0.15 * normal(random));
  const stallFrom = 0.8 + 0.2 * random();
  const seed = random() * 1000;
  return {
    beginsMs: 0,
    endsMs,
    progressAt: (ageMs) => {
      const even = Math.min(1, ageMs / endsMs / stallFrom) ** bend;
      const tremble = 0.02 * Math.sin(seed + ageMs / 1_700) * Math.SQRT2;
      return even >= 1 ? 0.99 : Math.min(0.99, Math.max(0, Math.round((even + tremble) * 100) / 100));
    },
  };
};

/** What a gateway says of it, as a dialect reads it. It does not name the times of the task. */
export const reportAt = (task: SimulatedTask, ageMs: number): Report => ({
  phase: ageMs < task.beginsMs ? 'queued' : ageMs < task.endsMs ? 'running' : 'succeeded',
  progress: ageMs < task.beginsMs ? null : ageMs < task.endsMs ? task.progressAt(ageMs - task.beginsMs) : 1,
  stage: null,
  title: null,
  model: null,
  links: [],
  linksPending: false,
  failure: null,
  queuePosition: null,
  createdAt: null,
  updatedAt: null,
});
