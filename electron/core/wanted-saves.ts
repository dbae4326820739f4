import type { SavedKind } from '../shared/saving.ts';
import type { KnownSaves } from './known-saves.ts';
import type { SaveSettings } from './save-settings.ts';
import { savedAs } from './saved-links.ts';
import type { TaskState } from './task-entry.ts';
import type { Watchlist } from './watchlist.ts';

export interface WantedSavesDependencies {
  readonly watchlist: Pick<Watchlist, 'gateway'>;
  readonly settings: Pick<SaveSettings, 'read' | 'since'>;
  readonly saves: Pick<KnownSaves, 'get'>;
}

/** What of a task is to be saved by itself and has not been begun. */
export const wantedOf = (
  { report, task, finishedAt }: TaskState,
  { watchlist, settings, saves }: WantedSavesDependencies,
): ReadonlySet<SavedKind> => {
  if (report?.phase !== 'succeeded' || report.linksPending) return new Set();
  const gateway = watchlist.gateway(task.gatewayId);
  const wanted = settings.read().kinds.flatMap((chosen) => {
    const since = gateway === null ? null : settings.since(gateway, chosen);
    const kind = savedAs(chosen, report.links);
    if (since === null || kind === null || saves.get(task.id, kind) !== null) return [];
    return task.addedAt >= since || (finishedAt ?? 0) >= since ? [kind] : [];
  });
  return new Set(wanted);
};
