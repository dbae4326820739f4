import type { Promptness, SlowReason } from './timing.ts';

export interface PromptnessWords {
  readonly name: string;
  readonly means: string;
}

/** The three choices, from the fewest requests to the most. */
export const promptnessWords: Readonly<Record<Promptness, PromptnessWords>> = {
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
};

export const promptnesses = Object.keys(promptnessWords) as readonly Promptness[];

/** Why checks are fewer than usual. */
export const slowReasonWords: Readonly<Record<SlowReason, string>> = {
  metered: 'metered network',
  'low-power': 'power saver',
};
