import type { Route } from '../shared/route.ts';
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

/** What a click on a notice, or on one of its buttons, asks for. */
export type NoticeAction =
  | { readonly do: 'open'; readonly route: Route }
  | { readonly do: 'open-video'; readonly taskId: string }
  | { readonly do: 'copy-link'; readonly taskId: string }
  | { readonly do: 'show-in-folder'; readonly taskId: string }
  | { readonly do: 'check'; readonly taskId: string }
  | { readonly do: 'keep'; readonly taskId: string };

export interface NoticeButton {
  readonly text: string;
  readonly action: NoticeAction;
}

/** What a notice is about. `message` is Taskbell's own word, such as the answer to a choice in the tray menu. */
export type NoticeKind = AnnouncementKind | 'digest' | 'message';

/** What a notification says, as data. Plain text: whoever draws it escapes it. */
export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly urgency: 'normal' | 'critical';
  /** Where a click leads. */
  readonly route: Route;
  /** `message` unless told. */
  readonly kind?: NoticeKind;
  /** A later notice of the same key takes the place of this one; one without a key stands by itself. */
  readonly key?: string;
  /** The keys of other notices whose place this one takes. */
  readonly replaces?: readonly string[];
  /** The most useful first: a desktop may have room for one or two. */
  readonly buttons?: readonly NoticeButton[];
  /** Makes no sound; unless told, the desktop decides whether and which. */
  readonly silent?: boolean;
}
