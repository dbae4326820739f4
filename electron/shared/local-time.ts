import { locale } from './language/spoken.ts';

const minuteTime = { hour: '2-digit', minute: '2-digit' } as const;
const time = { ...minuteTime, second: '2-digit' } as const;
const day = { day: 'numeric', month: 'long' } as const;
const dayAndTime = { day: 'numeric', month: 'short', ...minuteTime } as const;

/** A format costs a hundred times what it does, so each is made once a language. */
const formats = new Map<string, Map<object, Intl.DateTimeFormat>>();

const formatted = (at: number, options: Intl.DateTimeFormatOptions): string => {
  const spoken = locale();
  const ofLocale = formats.get(spoken) ?? new Map<object, Intl.DateTimeFormat>();
  formats.set(spoken, ofLocale);
  const format = ofLocale.get(options) ?? new Intl.DateTimeFormat(spoken, options);
  ofLocale.set(options, format);
  return format.format(at);
};

const isSameDay = (at: number, now: number): boolean =>
  new Date(at).toDateString() === new Date(now).toDateString();

/** Day and minute in local time, such as "28 Nov, 09:14". */
export const momentText = (at: number): string => formatted(at, dayAndTime);

/** The day in local time, such as "17 November". */
export const dayText = (at: number): string => formatted(at, day);

/** Local time to the minute on the day of `now`, such as "14:05"; on another day with the day. */
export const minuteTimeText = (at: number, now: number): string =>
  isSameDay(at, now) ? formatted(at, minuteTime) : momentText(at);

/** Local time to the second on the day of `now`; on another day, the day and the minute. */
export const eventTimeText = (at: number, now: number): string =>
  isSameDay(at, now) ? formatted(at, time) : momentText(at);
