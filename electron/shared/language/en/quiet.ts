import type { NewsKind, QuietChoice } from '../../quiet.ts';

/** When news is told and when it is held back. */
export const quiet = {
  /** What each switch is for. */
  newsKinds: {
    ready: 'A video is ready',
    failed: 'A video failed',
    cancelled: 'A video was cancelled',
    lost: 'A video is lost: its gateway no longer knows it',
    'link-ends': 'The link to a video ends soon',
    'no-answer': 'No gateway has answered about a video for a week',
  } satisfies Record<NewsKind, string>,
  choices: {
    '30-minutes': 'For 30 minutes',
    '2-hours': 'For 2 hours',
    tomorrow: 'Until tomorrow morning',
  } satisfies Record<QuietChoice, string>,
  withDesktop: 'Quiet while the desktop’s do-not-disturb is on',
  until: (end: string) => `Quiet until ${end}`,
  untilHoursEnd: (end: string) => `Quiet until ${end} (quiet hours)`,
};
