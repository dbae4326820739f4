import { words } from './language/spoken.ts';
import { minuteTimeText } from './local-time.ts';
import type { Quiet } from './quiet.ts';

/** "Quiet until 08:00", the same in every place that says so. */
export const quietText = ({ reason, until }: Quiet, now: number): string => {
  const said = words().quiet;
  if (until === null) return said.withDesktop;
  const end = minuteTimeText(until, now);
  return reason === 'hours' ? said.untilHoursEnd(end) : said.until(end);
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
