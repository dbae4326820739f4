import type { PushFailure, PushTarget } from '../shared/push.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { AnnouncementKind } from './announcement.ts';
import { digestOf, noticeOf, type DigestReason, type Told } from './digest.ts';
import type { Cancel, Clock, Random } from './ports.ts';
import { dueOf, pushDelayMs } from './push-due.ts';
import type { Delivery, NotedPush, PushStore } from './push-ports.ts';
import type { PushMessage } from './push-request.ts';
import type { PushSecrets } from './push-secrets.ts';
import type { SendPush, Sent } from './push-sending.ts';
import type { Verdict } from './quiet.ts';
import { StoreFailure } from './store-failure.ts';
import { createToldIds } from './told-ids.ts';

export interface PushLaneDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly store: Pick<PushStore, 'notePush'>;
  readonly secrets: Pick<PushSecrets, 'read'>;
  readonly send: SendPush;
  readonly entry: (taskId: string) => TaskEntry | null;
  readonly verdictOf: (kind: AnnouncementKind, taskId: string) => Verdict;
  readonly onChanged: () => void;
  /** Null once it is removed. */
  readonly target: () => PushTarget | null;
  readonly waiting: () => readonly Delivery[];
  readonly mayTell: () => boolean;
}

/** The way to one target: one message at a time, not too many a minute, and later after a failure. */
export interface PushLane {
  /** There may be something to tell. */
  wake(): void;
  /** The target is another: what held it back may be over. */
  reset(): void;
  /** What is told next happened while nothing could be told. */
  noteMeanwhile(): void;
  stop(): void;
}

/** What comes within this time is one message. */
const gatheredMs = 2_000;

/** The strictest of the services take twenty messages a minute. */
const betweenMs = 3_500;

const storeRetryMs = 60_000;

export const createPushLane = (dependencies: PushLaneDependencies): PushLane => {
  const { clock, store, verdictOf } = dependencies;
  const toldInThisLife = createToldIds();
  let timer: Cancel | null = null;
  let busy = false;
  let stopped = false;
  let notBefore = 0;
  let failures = 0;
  let failure: PushFailure | null = null;
  let together: Exclude<DigestReason, 'burst'> | null = null;
  let holds = false;

  const isStopped = (): boolean => stopped;

  const wake = (leastMs = gatheredMs): void => {
    if (stopped || busy || timer !== null) return;
    timer = clock.after(Math.max(leastMs, notBefore - clock.steady()), () => {
      timer = null;
      void attempt();
    });
  };

  const note = (deliveries: readonly Delivery[], noted: Pick<NotedPush, 'state' | 'outcome'>): void => {
    const target = dependencies.target();
    if (deliveries.length === 0 || target === null) return;
    const announcementIds = deliveries.map(({ announcement }) => announcement.id);
    if (noted.state === 'delivered') for (const id of announcementIds) toldInThisLife.add(id);
    store.notePush({ targetId: target.id, announcementIds, at: clock.now(), ...noted });
  };

  const attempt = async (): Promise<void> => {
    if (stopped || !dependencies.mayTell()) return;
    busy = true;
    let againInMs: number | null = null;
    try {
      if (await tellDue()) againInMs = gatheredMs;
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      againInMs = storeRetryMs;
    } finally {
      busy = false;
    }
    if (isStopped()) return;
    dependencies.onChanged();
    if (againInMs !== null) wake(againInMs);
  };

  /** True when there is more to do. */
  const tellDue = async (): Promise<boolean> => {
    const target = dependencies.target();
    if (target === null) return false;
    const all = dependencies.waiting();
    toldInThisLife.keepOnly(all.map(({ announcement }) => announcement.id));
    note(
      all.filter(({ announcement }) => toldInThisLife.has(announcement.id)),
      { state: 'delivered', outcome: null },
    );
    const waiting = all.filter(({ announcement }) => !toldInThisLife.has(announcement.id));
    const due = dueOf(waiting, { verdictOf, failure, now: clock.now() });
    note(due.mute, { state: 'muted', outcome: null });
    note(due.giveUp, { state: 'undelivered', outcome: null });
    if (holds && due.hold.length === 0) together ??= 'quiet';
    holds = due.hold.length > 0;
    const listed = due.tell.flatMap((delivery) => {
      const task = dependencies.entry(delivery.announcement.taskId);
      return task === null ? [] : [{ delivery, told: { announcement: delivery.announcement, task } }];
    });
    if (listed.length === 0) {
      together = null;
      return false;
    }
    const message = messageOf(
      listed.map(({ told }) => told),
      together ?? 'burst',
      clock.now(),
    );
    const sent = await sendTo(target, message);
    // The store is closed by then; what was told and not marked is told again.
    if (isStopped()) return false;
    settle(
      sent,
      listed.map(({ delivery }) => delivery),
    );
    return true;
  };

  const sendTo = async (target: PushTarget, message: PushMessage): Promise<Sent> => {
    const fields = await dependencies.secrets.read(target);
    if (!fields.ok) return { failure: fields.trouble, said: '', waitMs: null };
    if (isStopped()) return { failure: null, said: '', waitMs: null };
    return dependencies.send(target, fields.value, message);
  };

  const settle = ({ failure: why, said, waitMs }: Sent, deliveries: readonly Delivery[]): void => {
    failure = why;
    failures = why === null ? 0 : failures + 1;
    const restMs = why === null ? betweenMs : pushDelayMs(failures, waitMs, dependencies.random);
    notBefore = clock.steady() + Math.max(restMs, waitMs ?? 0);
    if (why === null) together = null;
    const outcome = { at: clock.now(), failure: why, said };
    note(deliveries, { state: why === null ? 'delivered' : 'waiting', outcome });
  };

  return {
    wake: () => wake(),
    reset: () => {
      timer?.();
      timer = null;
      notBefore = 0;
      failures = 0;
      failure = null;
      wake();
    },
    noteMeanwhile: () => {
      together = 'meanwhile';
    },
    stop: () => {
      stopped = true;
      timer?.();
      timer = null;
    },
  };
};

const mostTasks = 50;

const messageOf = (told: readonly Told[], since: DigestReason, nowMs: number): PushMessage => {
  const [first] = told;
  const notice =
    told.length === 1 && first !== undefined ? noticeOf(first, nowMs) : digestOf(told, { since });
  return {
    title: notice.title,
    body: notice.body,
    kind: notice.kind ?? 'message',
    tasks: told.slice(0, mostTasks).map(({ task }) => ({
      id: task.id,
      remoteId: task.remoteId,
      gateway: task.gatewayName,
      title: task.title,
      phase: task.phase,
    })),
  };
};
