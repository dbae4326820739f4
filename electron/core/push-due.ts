import type { PushFailure, PushTarget } from '../shared/push.ts';
import type { AnnouncementKind } from './announcement.ts';
import { newsKindOf, type Verdict } from './quiet.ts';
import type { Random } from './ports.ts';
import type { Delivery } from './push-ports.ts';

const hourMs = 3_600_000;

/** News is worth telling for a week; what a service refuses for a day it will go on refusing. */
const longestMs = { unreached: 7 * 24 * hourMs, refused: 24 * hourMs };

const unreached: ReadonlySet<PushFailure> = new Set<PushFailure>([
  'no-network',
  'unknown-host',
  'unreachable',
  'timed-out',
  'rate-limited',
  'service-error',
  'keyring-locked',
  'keyring-absent',
  'key-file-locked',
]);

/** Whether a target is told of this news. */
export const wantsNews = (
  target: Pick<PushTarget, 'kinds' | 'gatewayIds'>,
  kind: AnnouncementKind,
  gatewayId: string,
): boolean => target.kinds.includes(newsKindOf[kind]) && (target.gatewayIds?.includes(gatewayId) ?? true);

/** What is to be done with what a target has still to be told. */
export interface Due {
  readonly tell: readonly Delivery[];
  readonly hold: readonly Delivery[];
  readonly mute: readonly Delivery[];
  readonly giveUp: readonly Delivery[];
}

export interface DueGround {
  readonly verdictOf: (kind: AnnouncementKind, taskId: string) => Verdict;
  /** What came of the last attempt; null when it went well or there was none. */
  readonly failure: PushFailure | null;
  /** Wall clock ms. */
  readonly now: number;
}

export const dueOf = (waiting: readonly Delivery[], { verdictOf, failure, now }: DueGround): Due => {
  const limitMs = failure === null || unreached.has(failure) ? longestMs.unreached : longestMs.refused;
  const isStale = ({ firstTriedAt }: Delivery): boolean =>
    failure !== null && firstTriedAt !== null && now - firstTriedAt > limitMs;
  const fresh = waiting.filter((delivery) => !isStale(delivery));
  const those = (verdict: Verdict): readonly Delivery[] =>
    fresh.filter(({ announcement: { kind, taskId } }) => verdictOf(kind, taskId) === verdict);
  return { tell: those('tell'), hold: those('hold'), mute: those('never'), giveUp: waiting.filter(isStale) };
};

const baseMs = 10_000;

/**
 * How long to wait after so many failures in a row (1 and more), in ms: longer each time, up to an hour, spread by
 * half so that not all who wait come back at once; never less than the service asked for.
 */
export const pushDelayMs = (failures: number, askedMs: number | null, random: Random): number => {
  const ceiling = Math.min(hourMs, baseMs * 2 ** Math.min(failures - 1, 16));
  return Math.round(Math.max(askedMs ?? 0, ceiling * (0.5 + random() / 2)));
};
