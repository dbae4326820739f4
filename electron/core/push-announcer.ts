import type { PushTarget } from '../shared/push.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { AnnouncementKind } from './announcement.ts';
import type { Announcer } from './announcer.ts';
import type { Cancel, Clock, Random } from './ports.ts';
import { createPushLane, type PushLane } from './push-lane.ts';
import type { PushStore } from './push-ports.ts';
import type { PushSecrets } from './push-secrets.ts';
import type { SendPush } from './push-sending.ts';
import type { Verdict } from './quiet.ts';

export interface PushAnnouncerDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly store: Pick<PushStore, 'pushTargets' | 'waitingDeliveries' | 'notePush'>;
  readonly secrets: Pick<PushSecrets, 'read'>;
  readonly send: SendPush;
  readonly entry: (taskId: string) => TaskEntry | null;
  readonly verdictOf: (kind: AnnouncementKind, taskId: string) => Verdict;
  /** What is drawn of the targets may be other than before. */
  readonly onChanged: () => void;
}

/** Tells targets what the ledger holds for them, each at its own pace; what is not taken stays and is tried again. */
export interface PushAnnouncer extends Omit<Announcer, 'pass'> {
  /** The target is another or gone: what held it back may be over. */
  targetChanged(targetId: string): void;
}

export const createPushAnnouncer = (dependencies: PushAnnouncerDependencies): PushAnnouncer => {
  const { store, onChanged } = dependencies;
  const lanes = new Map<string, PushLane>();
  let targets: readonly PushTarget[] = [];
  let gatherings = 0;
  let stopped = false;

  const laneOf = (targetId: string): PushLane => {
    const lane =
      lanes.get(targetId) ??
      createPushLane({
        ...dependencies,
        target: () => targets.find(({ id }) => id === targetId) ?? null,
        waiting: () => store.waitingDeliveries().filter((delivery) => delivery.targetId === targetId),
        mayTell: () => gatherings === 0,
      });
    lanes.set(targetId, lane);
    return lane;
  };

  const tell = (): void => {
    if (stopped || gatherings > 0) return;
    const stored = store.pushTargets(0);
    targets = stored;
    for (const { id, waiting } of stored) if (waiting > 0) laneOf(id).wake();
    onChanged();
  };

  return {
    tell,
    gather: (): Cancel => {
      let gathers = true;
      gatherings += 1;
      return () => {
        if (!gathers) return;
        gathers = false;
        gatherings -= 1;
        for (const { id } of targets) laneOf(id).noteMeanwhile();
        tell();
      };
    },
    targetChanged: (targetId) => {
      lanes.get(targetId)?.reset();
      tell();
    },
    stop: () => {
      stopped = true;
      for (const lane of lanes.values()) lane.stop();
    },
  };
};
