import { waitText } from './duration.ts';
import type { Wait, WaitWords } from './language/en/timing.ts';
import { words } from './language/spoken.ts';
import { minuteTimeText } from './local-time.ts';
import { isFinalPhase } from './task.ts';
import { waitsForKey } from './trouble-words.ts';
import type { AppStatus, TaskEntry } from './watchlist-view.ts';

/** When a gateway is asked next and why then, in the words that window and command line share. */

/** What stops the checks of every task; null when nothing does. */
export type Standstill = 'paused' | 'offline' | null;

export const standstillOf = ({ paused, online }: Pick<AppStatus, 'paused' | 'online'>): Standstill =>
  paused ? 'paused' : online ? null : 'offline';

/** Whether the gateway is going to be asked about this task: also about a lost one, when the user wanted that. */
export const isAsked = ({ phase, nextCheckAt }: Pick<TaskEntry, 'phase' | 'nextCheckAt'>): boolean =>
  !isFinalPhase[phase] || (phase === 'lost' && nextCheckAt !== null);

/** A check to come, or under way when there is no time for it. */
type Awaited = Pick<TaskEntry, 'nextCheckAt' | 'waitReason'> & Partial<Pick<TaskEntry, 'trouble'>>;

const waitOf = ({ nextCheckAt }: Awaited, now: number): Wait | null => {
  if (nextCheckAt === null || nextCheckAt <= now) return null;
  const length = waitText(nextCheckAt - now);
  const isShort = nextCheckAt - now < 60_000;
  return { length, isShort, end: isShort ? length : minuteTimeText(nextCheckAt, now) };
};

const wordsOf = (task: Awaited): WaitWords => {
  if (task.waitReason !== null) return words().timing.waits[task.waitReason];
  const { key, schedule } = words().timing.waits;
  return task.nextCheckAt === null && waitsForKey(task.trouble ?? null) ? key : schedule;
};

/** For a row: "checks in 3 s", "checking", "waits until 14:05", "paused". */
export const nextCheckText = (task: Awaited, now: number, standstill: Standstill): string =>
  standstill === null ? wordsOf(task).short(waitOf(task, now)) : words().timing.standstills[standstill];

/**
 * With the reason: "in 3 s", "waiting for the gateway: 14:05", "gateway not reachable: tries again in 40 s". The
 * gateway gets its name where it is not clear which one is meant.
 */
export const nextCheckReasonText = (
  task: Awaited,
  now: number,
  standstill: Standstill,
  gateway: string | null = null,
): string =>
  standstill === null
    ? wordsOf(task).long(waitOf(task, now), gateway)
    : words().timing.standstillReasons[standstill];
