import { words } from './language/spoken.ts';

export type TimeUnit = 's' | 'min' | 'h' | 'd';

/** A length of time in one unit. */
export interface Amount {
  readonly count: number;
  readonly unit: TimeUnit;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const unitsMs: Readonly<Record<TimeUnit, number>> = { s: second, min: minute, h: hour, d: day };

/** What each unit is followed by in a text of two. */
const smaller: Readonly<Record<TimeUnit, TimeUnit | null>> = { s: null, min: 's', h: 'min', d: 'h' };

/** So many whole ones of its largest unit, and how many ms are left over. */
const amountOf = (ms: number): Amount & { readonly restMs: number } => {
  const unit = ms < minute ? 's' : ms < hour ? 'min' : ms < day ? 'h' : 'd';
  return { count: Math.floor(ms / unitsMs[unit]), unit, restMs: ms % unitsMs[unit] };
};

/** A length of time in at most two units, such as "2 min 13 s"; ms in. */
export const durationText = (ms: number): string => {
  const large = amountOf(Math.max(0, Math.round(ms / second)) * second);
  const unit = smaller[large.unit];
  const count = unit === null ? 0 : Math.floor(large.restMs / unitsMs[unit]);
  return words().times.length(large, unit === null || count === 0 ? null : { count, unit });
};

/** In its largest unit, rounded down: "5 d", "40 min". */
export const roughDurationText = (ms: number): string =>
  words().times.length(amountOf(Math.max(0, ms)), null);

/** A wait as a counting-down text says it: its last moment is "1 s", never "0 s". */
export const waitText = (ms: number): string => durationText(Math.max(second, ms));

/** How long ago, in one unit: "just now", "12 min ago". */
export const agoText = (ms: number): string =>
  ms < minute ? words().times.justNow : words().times.ago(amountOf(ms));
