import type { Route } from '../shared/ipc-contract.ts';
import type { Phase } from '../shared/task.ts';

export type EndingKind = Extract<Phase, 'succeeded' | 'failed' | 'cancelled' | 'lost'>;

/** An ending, a link that stops working soon, or a task that no gateway has answered about for a week. */
export type AnnouncementKind = EndingKind | 'link-expiring' | 'unanswered';

/** A thing to tell the user once. Kept in the ledger until the desktop has taken it. */
export interface Announcement {
  readonly id: string;
  readonly taskId: string;
  readonly kind: AnnouncementKind;
  readonly decidedAt: number;
}

/** What a notification says, as data. Plain text: whoever draws it escapes it. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly urgency: 'normal' | 'critical';
  /** Where a click leads. */
  readonly route: Route;
}
