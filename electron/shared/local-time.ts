const minuteTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });
const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
const dayAndTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  hour: '2-digit',
  minute: '2-digit',
});

const isSameDay = (at: number, now: number): boolean =>
  new Date(at).toDateString() === new Date(now).toDateString();

/** Day and minute in local time, such as "28 Nov, 09:14". */
export const momentText = (at: number): string => dayAndTime.format(at);

/** The day in local time, such as "17 November". */
export const dayText = (at: number): string => day.format(at);

/** Local time to the minute on the day of `now`, such as "14:05"; on another day with the day. */
export const minuteTimeText = (at: number, now: number): string =>
  isSameDay(at, now) ? minuteTime.format(at) : momentText(at);

/** Local time to the second on the day of `now`; on another day, the day and the minute. */
export const eventTimeText = (at: number, now: number): string =>
  isSameDay(at, now) ? time.format(at) : momentText(at);

const unitsMs: readonly (readonly [number, string])[] = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1000, 's'],
];

/** A time to come in its largest unit, rounded down: "5 d", "40 min". */
export const roughDurationText = (ms: number): string => {
  const [size, name] = unitsMs.find(([unitMs]) => ms >= unitMs) ?? [1000, 's'];
  return `${String(Math.max(0, Math.floor(ms / size)))} ${name}`;
};
