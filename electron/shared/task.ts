import type { KeyTrouble } from './vault.ts';

/** Where a task stands, in the words Taskbell uses for every gateway. */
export type Phase = 'queued' | 'running' | 'succeeded' | 'failed' | 'cancelled' | 'lost';

/** A record, so that a new phase must be classified before anything compiles. */
export const isFinalPhase: Readonly<Record<Phase, boolean>> = {
  queued: false,
  running: false,
  succeeded: true,
  failed: true,
  cancelled: true,
  lost: true,
};

/** What the user asked to watch. Holds no status and no secret. */
export interface WatchedTask {
  readonly id: string;
  readonly gatewayId: string;
  /** The gateway's own id: opaque, may hold any character. */
  readonly remoteId: string;
  readonly addedAt: number;
  readonly addedFrom: TaskOrigin;
}

export type TaskOrigin = 'window' | 'clipboard' | 'command-line';

export interface ResultLink {
  readonly kind: 'video' | 'thumbnail' | 'gif' | 'watermarked' | 'audio';
  readonly url: string;
  /** The link answers only to who brings the gateway's key; never true for another origin than the gateway's. */
  readonly needsKey: boolean;
  /** Wall clock ms at which a signed link stops working; null when the link does not say. */
  readonly expiresAt: number | null;
}

/** Whether the link says of itself that it no longer works at that time (wall clock ms). */
export const hasEnded = ({ expiresAt }: Pick<ResultLink, 'expiresAt'>, now: number): boolean =>
  expiresAt !== null && expiresAt <= now;

export interface Failure {
  readonly code: string;
  /** The gateway's own words. */
  readonly message: string;
  readonly reason: FailureReason;
}

/** What kind of failure it is, told from its code and words. The sentence for each is in messages.ts. */
export type FailureReason =
  'moderation' | 'quota' | 'billing' | 'invalid-input' | 'upstream' | 'expired' | 'not-found' | 'unknown';

/** What the gateway last said of a task. Replaced whole. Times are wall clock ms. */
export interface Report {
  readonly phase: Phase;
  /** 0 to 1, or null when the gateway does not say. Progress never ends a task. */
  readonly progress: number | null;
  /** The gateway's own status word, for display only. */
  readonly stage: string | null;
  readonly title: string | null;
  readonly model: string | null;
  readonly links: readonly ResultLink[];
  /** A success whose link has still to be fetched. */
  readonly linksPending: boolean;
  readonly failure: Failure | null;
  readonly queuePosition: number | null;
  readonly createdAt: number | null;
  /** When the gateway says that it last changed the task. */
  readonly updatedAt: number | null;
}

/** Whether nothing is left to ask: the task is final, and a success has its links. */
export const isSettled = (report: Report | null): boolean =>
  report !== null && isFinalPhase[report.phase] && !report.linksPending;

/** How the last check went. Never mixed into the phase: an outage is not a change of state. */
export type Health = 'fresh' | 'offline' | 'rate-limited' | 'refused' | 'unreadable' | 'needs-credential';

/** Why a check brought no report. The sentence for each is in messages.ts. */
export type CheckTrouble =
  | 'no-network'
  | 'unknown-host'
  | 'unreachable'
  | 'insecure'
  | 'timed-out'
  | 'redirected'
  | 'too-large'
  | 'not-json'
  | 'not-understood'
  | 'other-task'
  | 'not-found'
  | 'server-error'
  | 'rate-limited'
  | 'refused'
  | 'no-key'
  | KeyTrouble;

export const healthAfter: Readonly<Record<CheckTrouble, Health>> = {
  'no-network': 'offline',
  'unknown-host': 'offline',
  unreachable: 'offline',
  insecure: 'offline',
  'timed-out': 'offline',
  redirected: 'unreadable',
  'too-large': 'unreadable',
  'not-json': 'unreadable',
  'not-understood': 'unreadable',
  'other-task': 'unreadable',
  'not-found': 'unreadable',
  'server-error': 'offline',
  'rate-limited': 'rate-limited',
  refused: 'refused',
  'no-key': 'needs-credential',
  'keyring-locked': 'needs-credential',
  'keyring-absent': 'needs-credential',
  'keyring-failed': 'needs-credential',
  'key-file-locked': 'needs-credential',
  'key-file-damaged': 'needs-credential',
  'key-file-failed': 'needs-credential',
};

/** One line of a task's history, oldest first. */
export interface TaskEvent {
  readonly at: number;
  readonly kind: 'added' | 'phase' | 'progress' | 'told' | 'taken';
  readonly phase: Phase | null;
  readonly progress: number | null;
  readonly note: string | null;
}
