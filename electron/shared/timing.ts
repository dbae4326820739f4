/** How the user weighs requests against being told at once, from the fewest requests to the most. */
export const promptnesses = ['fewer-requests', 'balanced', 'told-sooner'] as const;

export type Promptness = (typeof promptnesses)[number];

/** What is known of a task's end, from its progress and from what others like it took. Times are wall clock ms. */
export interface Estimate {
  /** It has ended by then as likely as not. */
  readonly endsAt: number;
  /** From then on it takes longer than 95 of 100 did. */
  readonly longFrom: number;
  /** What tasks like it usually take from creation to end, ms; null while too few have been seen. */
  readonly usualMs: number | null;
  /** Since when its progress has stood still for longer than is usual; null while it moves. */
  readonly stalledSince: number | null;
}

/** From creation to end, ms: eight of ten tasks like it take so long, one is faster and one slower. */
export interface UsualRange {
  readonly fromMs: number;
  readonly toMs: number;
}

/** Why a task's next check is when it is. Pausing and a missing network hold all tasks, and stand in the status. */
export type WaitReason =
  /** Its turn by when it is likely to end. */
  | 'schedule'
  /** The last check brought no report. */
  | 'retry'
  /** The gateway named a wait, or asked for fewer requests. */
  | 'gateway-asked'
  /** Nothing of this gateway answers; one task at a time tries. */
  | 'gateway-down'
  /** The gateway refuses the key, or none is stored. */
  | 'key'
  | 'keyring'
  /** Due, and waiting until the gateway may be sent another request. */
  | 'budget';

/** How many requests a gateway is sent: at most so many in any second, and so many at a time. */
export interface Budget {
  readonly requestsPerSecond: number;
  readonly concurrency: number;
}

/** What makes Taskbell ask less often for a while. */
export type SlowReason = 'metered' | 'low-power';
