import { minuteTimeText } from './local-time.ts';
import type { NewsKind, Quiet, QuietChoice } from './quiet.ts';

/** What each switch is for. */
export const newsKindWords: Readonly<Record<NewsKind, string>> = {
  ready: 'A video is ready',
  failed: 'A video failed',
  gone: 'A video was cancelled or lost',
  'link-ends': 'The link to a video ends soon',
  'no-answer': 'No gateway has answered about a video for a week',
};

export const newsKinds = Object.keys(newsKindWords) as readonly NewsKind[];

export const quietChoiceWords: Readonly<Record<QuietChoice, string>> = {
  '30-minutes': 'For 30 minutes',
  '2-hours': 'For 2 hours',
  tomorrow: 'Until tomorrow morning',
};

export const quietChoices = Object.keys(quietChoiceWords) as readonly QuietChoice[];

/** "Quiet until 08:00", the same in every place that says so. */
export const quietText = ({ reason, until }: Quiet, now: number): string => {
  if (until === null) return 'Quiet while the desktop’s do-not-disturb is on';
  return `Quiet until ${minuteTimeText(until, now)}${reason === 'hours' ? ' (quiet hours)' : ''}`;
};

/** "22:00" of minutes after midnight. */
export const clockText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');

/** Minutes after midnight of "22:00"; null for what is no time of day. */
export const minutesOfClock = (text: string): number | null => {
  const [, hours = '', minutes = ''] = /^(\d{2}):(\d{2})/.exec(text) ?? [];
  const value = Number(hours) * 60 + Number(minutes);
  return hours === '' || Number(hours) > 23 || Number(minutes) > 59 ? null : value;
};
