import { words } from '../shared/language/spoken.ts';
import { isFinalPhase } from '../shared/task.ts';
import { waitsForKey } from '../shared/trouble-words.ts';
import type { Announcer } from './announcer.ts';
import { oneLine } from './one-line.ts';
import type { Clock } from './ports.ts';
import type { Watchlist } from './watchlist.ts';

export interface GatewayAlarmDependencies {
  readonly clock: Pick<Clock, 'steady'>;
  readonly announcer: Pick<Announcer, 'pass'>;
  readonly watchlist: Pick<Watchlist, 'gateways' | 'gatewayTrouble' | 'taskIdsOf' | 'task' | 'status'>;
  readonly isMuted: (taskId: string) => boolean;
}

/** A gateway that has recovered and refuses again is told of no sooner. */
const quietMs = 3_600_000;

/**
 * Tells once of a gateway that refuses the key, or has none, while tasks wait for it: nothing is asked there until the
 * user acts, so no ending would ever be told. Waits for the end of a quiet time.
 */
export const createGatewayAlarm = (dependencies: GatewayAlarmDependencies) => {
  const { clock, announcer, watchlist, isMuted } = dependencies;
  /** When each was told of (steady ms). */
  const toldAt = new Map<string, number>();
  const told = new Set<string>();

  const isAwaited = (gatewayId: string): boolean =>
    watchlist.taskIdsOf(gatewayId).some((taskId) => {
      const phase = watchlist.task(taskId)?.report?.phase ?? 'queued';
      return !isFinalPhase[phase] && !isMuted(taskId);
    });

  const tell = (gatewayId: string, name: string, isRefused: boolean): void => {
    const { keyRefused, keyMissing, keyNeeded } = words().notices;
    toldAt.set(gatewayId, clock.steady());
    announcer.pass({
      title: (isRefused ? keyRefused : keyMissing)(oneLine(name)),
      body: keyNeeded,
      urgency: 'normal',
      route: { to: 'settings' },
      key: `key-of-${gatewayId}`,
      silent: watchlist.status().notifications.sound === 'none',
    });
  };

  return {
    /** Something of the watchlist has changed. */
    consider: (): void => {
      for (const { id, name } of watchlist.gateways()) {
        const trouble = watchlist.gatewayTrouble(id);
        if (trouble === null) told.delete(id);
        if (!waitsForKey(trouble) || told.has(id) || watchlist.status().quiet !== null) continue;
        if (!isAwaited(id)) continue;
        told.add(id);
        const before = toldAt.get(id);
        if (before === undefined || clock.steady() - before >= quietMs) tell(id, name, trouble === 'refused');
      }
    },
  };
};
