import {
  defaultNotificationSettings,
  type NewsKind,
  type NotificationSettings,
  type Quiet,
  type QuietChoice,
  type QuietHours,
} from '../shared/quiet.ts';
import type { AnnouncementKind } from './announcement.ts';

const minuteMs = 60_000;
const morning = 8;
/** Who is still up at four means the morning that comes when saying "tomorrow". */
const nightEnds = 5;
const minutesADay = 24 * 60;

/** A stretch of wall clock time, from the first ms to before the last. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The quiet hours that are under way, or else the next ones. The ends are times of day on the calendar, so that
 * they hold on the days on which the clocks change; a time that such a day leaves out is the moment after the gap.
 */
export const quietStretch = (hours: QuietHours, now: number): Stretch | null => {
  if (!hours.on || hours.from === hours.to) return null;
  return [-1, 0, 1].map((days) => stretchOf(hours, now, days)).find(({ to }) => to > now) ?? null;
};

const stretchOf = ({ from, to }: QuietHours, now: number, days: number): Stretch => ({
  from: timeOfDay(now, days, from),
  to: timeOfDay(now, to > from ? days : days + 1, to),
});

const timeOfDay = (now: number, days: number, minutes: number): number => {
  const at = new Date(now);
  at.setHours(0, 0, 0, 0);
  at.setDate(at.getDate() + days);
  at.setHours(0, minutes);
  return at.getTime();
};

/** When the quiet that the user asks for ends (wall clock ms). */
export const endOfChoice = (choice: QuietChoice, now: number): number => {
  if (choice === '30-minutes') return now + 30 * minuteMs;
  if (choice === '2-hours') return now + 120 * minuteMs;
  return timeOfDay(now, new Date(now).getHours() < nightEnds ? 0 : 1, morning * 60);
};

/** Longer than any choice lasts: what seems to end later was noted by a clock that was wrong. */
const longestAskedMs = 36 * 60 * minuteMs;

export interface QuietGround {
  readonly settings: NotificationSettings;
  /** Until when the user asked for quiet (wall clock ms); null when not. */
  readonly askedUntil: number | null;
  /** Quiet hours that begin before then are left out (wall clock ms). */
  readonly skippedUntil: number;
  readonly desktopIsQuiet: boolean;
}

/** Whether news is held back now, and the reason that lasts longest. */
export const quietAt = ({ settings, ...ground }: QuietGround, now: number): Quiet | null => {
  const asked = ground.askedUntil ?? 0;
  const stretch = quietStretch(settings.quietHours, now);
  const quiets: Quiet[] = [];
  if (asked > now && asked - now <= longestAskedMs) quiets.push({ reason: 'asked', until: asked });
  if (stretch !== null && stretch.from <= now && stretch.from >= ground.skippedUntil)
    quiets.push({ reason: 'hours', until: stretch.to });
  quiets.sort((one, other) => (other.until ?? 0) - (one.until ?? 0));
  const [longest] = quiets;
  if (longest !== undefined) return longest;
  return ground.desktopIsQuiet && settings.followsDesktop ? { reason: 'desktop', until: null } : null;
};

export const newsKindOf: Readonly<Record<AnnouncementKind, NewsKind>> = {
  succeeded: 'ready',
  failed: 'failed',
  cancelled: 'cancelled',
  lost: 'lost',
  'link-expiring': 'link-ends',
  unanswered: 'no-answer',
};

const isFailure = (kind: AnnouncementKind): boolean => kind === 'failed' || kind === 'lost';

/** `never`: the user does not want to be told of it; `hold`: not before it is no longer quiet. */
export type Verdict = 'tell' | 'hold' | 'never';

export const verdictOf = (
  kind: AnnouncementKind,
  muted: boolean,
  settings: NotificationSettings,
  quiet: Quiet | null,
): Verdict => {
  if (muted || !settings.kinds[newsKindOf[kind]]) return 'never';
  if (quiet === null || (settings.failuresBreakThrough && isFailure(kind))) return 'tell';
  return 'hold';
};

/** The settings in a stored text. Whatever is missing or is not as it should be is as it is at first. */
export const settingsFromText = (text: string | null): NotificationSettings => {
  const given = recordOf(text);
  const first = defaultNotificationSettings;
  const kinds = asRecord(given['kinds']);
  const hours = asRecord(given['quietHours']);
  const yesOrNo = (value: unknown, otherwise: boolean): boolean =>
    typeof value === 'boolean' ? value : otherwise;
  const timeIn = (value: unknown, otherwise: number): number =>
    Number.isInteger(value) && Number(value) >= 0 && Number(value) < minutesADay ? Number(value) : otherwise;
  const kind = (name: NewsKind): boolean => yesOrNo(kinds[name], first.kinds[name]);
  // The two were once one choice, of that name.
  const goneKind = (name: 'cancelled' | 'lost'): boolean =>
    yesOrNo(kinds[name], yesOrNo(kinds['gone'], first.kinds[name]));
  return {
    kinds: {
      ready: kind('ready'),
      failed: kind('failed'),
      cancelled: goneKind('cancelled'),
      lost: goneKind('lost'),
      'link-ends': kind('link-ends'),
      'no-answer': kind('no-answer'),
    },
    sound: given['sound'] === 'none' ? 'none' : first.sound,
    quietHours: {
      on: yesOrNo(hours['on'], first.quietHours.on),
      from: timeIn(hours['from'], first.quietHours.from),
      to: timeIn(hours['to'], first.quietHours.to),
    },
    followsDesktop: yesOrNo(given['followsDesktop'], first.followsDesktop),
    failuresBreakThrough: yesOrNo(given['failuresBreakThrough'], first.failuresBreakThrough),
  };
};

type Unknowns = Readonly<Record<string, unknown>>;

const asRecord = (value: unknown): Unknowns =>
  typeof value === 'object' && value !== null ? (value as Unknowns) : {};

const recordOf = (text: string | null): Unknowns => {
  try {
    return asRecord(JSON.parse(text ?? ''));
  } catch {
    return {};
  }
};
