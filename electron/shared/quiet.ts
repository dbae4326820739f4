/** What the user can switch on and off by itself. */
export const newsKinds = ['ready', 'failed', 'cancelled', 'lost', 'link-ends', 'no-answer'] as const;

export type NewsKind = (typeof newsKinds)[number];

/** Local time, in minutes after midnight. Equal times are no time at all; `to` may be on the next day. */
export interface QuietHours {
  readonly on: boolean;
  readonly from: number;
  readonly to: number;
}

export interface NotificationSettings {
  readonly kinds: Readonly<Record<NewsKind, boolean>>;
  /** The desktop's own sound or none: which sound and how loud is the desktop's to say. */
  readonly sound: 'desktop' | 'none';
  readonly quietHours: QuietHours;
  /** Whether the desktop's do-not-disturb counts as quiet, where it can be read. */
  readonly followsDesktop: boolean;
  /** Whether failed and lost tasks are told although it is quiet. */
  readonly failuresBreakThrough: boolean;
}

/** How long the user can ask for quiet. */
export const quietChoices = ['30-minutes', '2-hours', 'tomorrow'] as const;

export type QuietChoice = (typeof quietChoices)[number];

/** `asked`: for a while, as the user asked; `hours`: by the hours in the settings; `desktop`: its do-not-disturb. */
export type QuietReason = 'asked' | 'hours' | 'desktop';

/** That news is held back now. */
export interface Quiet {
  readonly reason: QuietReason;
  /** Wall clock ms; null when that is up to the desktop. */
  readonly until: number | null;
}

export const defaultNotificationSettings: NotificationSettings = {
  kinds: { ready: true, failed: true, cancelled: true, lost: true, 'link-ends': true, 'no-answer': true },
  sound: 'desktop',
  quietHours: { on: false, from: 22 * 60, to: 8 * 60 },
  followsDesktop: true,
  failuresBreakThrough: false,
};
