import type { Span } from './spans.ts';

/** How much later than it should the event loop came to a timer, ms. */
export interface Stalls {
  readonly p99: number;
  readonly p999: number;
  readonly longest: number;
  /** The most that the main thread computed between two looks: a stall without what the machine adds. */
  readonly computed: number;
}

/** What the measured process is told, as JSON in its environment. */
export interface AppOrder {
  /** Its data. */
  readonly folder: string;
  readonly answerFile: string;
  readonly url: string;
  readonly key: string;
  readonly tasks: number;
  readonly requestsPerSecond: number;
  /** Starting is not measured. */
  readonly warmUpMs: number;
  readonly measuredMs: number;
  readonly idleMs: number;
  /** Where to put a CPU profile of what is measured. */
  readonly profileFile: string | null;
}

/** What it answers. Times named `from` and `to` are wall clock ms. */
export interface AppFigures {
  readonly from: number;
  readonly to: number;
  readonly sent: number;
  readonly sentPerSecond: number;
  /** The shortest time in which one request more than a second's budget was sent. */
  readonly oneTooManyInMs: number;
  readonly cpuPercent: number;
  readonly cpuMsPerCheck: number;
  /** Whether more checks fell due than the budget allows. */
  readonly wasBehind: boolean;
  readonly stallMs: Stalls;
  /** The same while checking was paused: what the machine adds. */
  readonly idleStallMs: Stalls;
  /** What keeps the main process busy. */
  readonly spans: Readonly<Record<string, Span>>;
  readonly lateMs: { readonly median: number; readonly p95: number; readonly largest: number };
  readonly rssMb: number;
}
