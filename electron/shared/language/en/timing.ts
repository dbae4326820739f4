import type { PauseChoice } from '../../pause.ts';
import type { Promptness, SlowReason, WaitReason } from '../../timing.ts';
import type { Standstill } from '../../next-check-text.ts';

/** A check to come. */
export interface Wait {
  /** "20 s" */
  readonly length: string;
  /** "14:05", or the length when that is under a minute. */
  readonly end: string;
  readonly isShort: boolean;
}

export interface WaitWords {
  /** For a row; gets how long it is still, or null when that is not known. */
  readonly short: (wait: Wait | null) => string;
  /** With the reason, for everything that has room. */
  readonly long: (wait: Wait | null, gateway: string | null) => string;
}

const after = (words: string, more: string): string => (more === '' ? words : `${words}: ${more}`);
const again = (wait: Wait | null): string => (wait === null ? '' : `tries again in ${wait.length}`);

/** How long a task takes, when it is asked about, and how often. */
export const timing = {
  anyMoment: 'any moment',
  about: (length: string) => `about ${length}`,
  aboutLeft: (length: string) => `about ${length} left`,
  usually: (length: string) => `usually ${length}`,
  runningLong: 'running long',
  stalled: 'stalled',
  stalledAt: (percent: string) => `stalled at ${percent}`,
  stalledFor: (stalled: string, length: string) => `${stalled} for ${length}`,
  /** The same where a line begins with it. */
  beginning: {
    runningLong: 'Running long',
    stalled: 'Stalled',
    stalledAt: (percent: string) => `Stalled at ${percent}`,
  },
  waits: {
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
  } satisfies Record<WaitReason, WaitWords> as Readonly<Record<WaitReason, WaitWords>>,
  standstills: { paused: 'paused', offline: 'offline' } satisfies Record<NonNullable<Standstill>, string>,
  standstillReasons: {
    paused: 'paused',
    offline: 'offline: when the network is back',
  } satisfies Record<NonNullable<Standstill>, string>,
  promptnesses: {
    'fewer-requests': {
      name: 'Fewer requests',
      means: 'Asks less often. You are told somewhat later that a video is ready.',
    },
    balanced: {
      name: 'Balanced',
      means: 'Asks seldom at first, and often when a video is likely to be ready.',
    },
    'told-sooner': {
      name: 'Told sooner',
      means: 'Asks more often, but never faster than the gateway allows.',
    },
  } satisfies Record<Promptness, { name: string; means: string }>,
  /** Why checks are fewer than usual. */
  slowReasons: { metered: 'metered network', 'low-power': 'power saver' } satisfies Record<
    SlowReason,
    string
  >,
  pauses: {
    'half-hour': 'For 30 minutes',
    'two-hours': 'For 2 hours',
    tomorrow: 'Until tomorrow morning',
    'until-resumed': 'Until I resume',
  } satisfies Record<PauseChoice, string>,
};
