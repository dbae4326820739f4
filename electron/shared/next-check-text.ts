import { waitText } from './duration.ts';
import { minuteTimeText } from './local-time.ts';
import { isFinalPhase } from './task.ts';
import type { WaitReason } from './timing.ts';
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

interface WaitWords {
  /** For a row; gets how long it is still, or null when that is not known. */
  readonly short: (wait: Wait | null) => string;
  /** With the reason, for everything that has room. */
  readonly long: (wait: Wait | null, gateway: string | null) => string;
}

interface Wait {
  /** "20 s" */
  readonly length: string;
  /** "14:05", or the length when that is under a minute. */
  readonly end: string;
  readonly isShort: boolean;
}

const after = (words: string, more: string): string => (more === '' ? words : `${words}: ${more}`);
const again = (wait: Wait | null): string => (wait === null ? '' : `tries again in ${wait.length}`);

const words: Readonly<Record<WaitReason, WaitWords>> = {
  schedule: {
    short: (wait) => (wait === null ? 'checking' : `checks in ${wait.length}`),
    long: (wait) => (wait === null ? 'checking' : `in ${wait.length}`),
  },
  retry: {
    short: (wait) => (wait === null ? 'checking' : `retries in ${wait.length}`),
    long: (wait) => (wait === null ? 'checking' : `after an error: in ${wait.length}`),
  },
  'gateway-asked': {
    short: (wait) => (wait === null ? 'told to wait' : `waits ${wait.isShort ? '' : 'until '}${wait.end}`),
    long: (wait, gateway) => after(`waiting for ${gateway ?? 'the gateway'}`, wait?.end ?? ''),
  },
  'gateway-down': {
    short: (wait) => (wait === null ? 'no answer' : `retries in ${wait.length}`),
    long: (wait, gateway) => after(`${gateway ?? 'gateway'} not reachable`, again(wait)),
  },
  key: { short: () => 'waits for a key', long: () => 'waits for a key' },
  keyring: { short: () => 'needs keyring', long: (wait) => after('waits for the keyring', again(wait)) },
  budget: { short: () => 'waits its turn', long: () => 'waiting its turn' },
};

const waitOf = ({ nextCheckAt }: Awaited, now: number): Wait | null => {
  if (nextCheckAt === null || nextCheckAt <= now) return null;
  const length = waitText(nextCheckAt - now);
  const isShort = nextCheckAt - now < 60_000;
  return { length, isShort, end: isShort ? length : minuteTimeText(nextCheckAt, now) };
};

const wordsOf = (task: Awaited): WaitWords => {
  if (task.waitReason !== null) return words[task.waitReason];
  return task.nextCheckAt === null && waitsForKey(task.trouble ?? null) ? words.key : words.schedule;
};

/** For a row: "checks in 3 s", "checking", "waits until 14:05", "paused". */
export const nextCheckText = (task: Awaited, now: number, standstill: Standstill): string =>
  standstill ?? wordsOf(task).short(waitOf(task, now));

const standstillWords: Readonly<Record<NonNullable<Standstill>, string>> = {
  paused: 'paused',
  offline: 'offline: when the network is back',
};

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
  standstill === null ? wordsOf(task).long(waitOf(task, now), gateway) : standstillWords[standstill];
