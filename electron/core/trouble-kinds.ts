import type { CheckTrouble } from '../shared/task.ts';

/** Troubles of one task's answer: they say nothing of the gateway as a whole. */
export const onlyThisTask: ReadonlySet<CheckTrouble> = new Set([
  'not-found',
  'other-task',
  'not-understood',
  'too-large',
]);

/** Nothing is asked again until the user has entered another key. */
export const untilTheUserActs: ReadonlySet<CheckTrouble> = new Set(['refused', 'no-key']);

export const keyringTroubles: ReadonlySet<CheckTrouble> = new Set([
  'keyring-locked',
  'keyring-absent',
  'keyring-failed',
  'key-file-locked',
  'key-file-damaged',
  'key-file-failed',
]);

/** Nobody was reached: whatever task is asked about, it will be the same. */
export const nobodyReached: ReadonlySet<CheckTrouble> = new Set([
  'no-network',
  'unknown-host',
  'unreachable',
  'insecure',
]);

/** A gateway that is down does this, and so does one that chokes on a single task. */
export const perhapsDown: ReadonlySet<CheckTrouble> = new Set(['timed-out', 'server-error']);

/** The gateway did answer, if not well: the network is there. */
export const answered: ReadonlySet<CheckTrouble> = new Set([
  'redirected',
  'too-large',
  'not-json',
  'not-understood',
  'other-task',
  'not-found',
  'server-error',
  'rate-limited',
  'refused',
]);
