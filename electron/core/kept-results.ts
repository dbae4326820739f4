import { isUnderWay } from '../shared/saving.ts';
import type { Credentials } from './credentials.ts';
import type { DialectNamed } from './dialect.ts';
import type { FetchFreshLinks } from './fresh-links.ts';
import { createHookRuns, type HookRuns, type HookRunsDependencies } from './hook-runs.ts';
import { createLooking, type Looking, type LookingDependencies } from './looking.ts';
import type { Machine } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import { createSavedNotices } from './saved-notices.ts';
import { createSaving, type Saving, type SavingDependencies } from './saving.ts';
import type { Telling } from './telling.ts';
import type { Watchlist } from './watchlist.ts';

export interface KeptResultsDependencies
  extends
    Pick<SavingDependencies, 'clock' | 'random' | 'resultFiles'>,
    Pick<HookRunsDependencies, 'commands'>,
    Pick<LookingDependencies, 'resultViews' | 'pictureShelf'> {
  readonly store: TaskStore;
  readonly watchlist: Watchlist;
  readonly credentials: Credentials;
  readonly dialectNamed: DialectNamed;
  readonly machine: Pick<Machine, 'onWake' | 'onChange' | 'isOffline'>;
  readonly telling: Pick<Telling, 'announcer' | 'mayTell'>;
  readonly freshLinks: FetchFreshLinks;
  /** The result is on the disk: its link may end. */
  readonly noteTaken: (taskId: string) => void;
}

/** What becomes of results: they are saved, looked at, and handed to commands of the user's own. */
export interface KeptResults {
  readonly saving: Saving;
  readonly hooks: HookRuns;
  readonly looking: Looking;
  /** And nothing keeps it from being saved. */
  isBeingSaved(taskId: string): boolean;
  /** The watchlist has changed. */
  consider: Saving['consider'];
  tasksRemoved(taskIds: readonly string[]): void;
  /** Goes on with what an earlier run left. The watchlist holds its tasks by then. */
  start(): void;
  stop(): void;
}

export const createKeptResults = (dependencies: KeptResultsDependencies): KeptResults => {
  const { clock, machine, watchlist, telling } = dependencies;
  const savedNotices = createSavedNotices({
    clock,
    announcer: telling.announcer,
    entry: (taskId) => watchlist.entry(taskId),
    mayTell: (taskId) => telling.mayTell('succeeded', taskId),
  });
  const saving: Saving = createSaving({
    ...dependencies,
    onEnded: (taskId, save) => {
      if (save.state === 'saved') dependencies.noteTaken(taskId);
      savedNotices.tell(taskId, save);
      hooks.saveEnded(taskId);
    },
  });
  const hooks = createHookRuns({
    ...dependencies,
    entry: (taskId) => watchlist.entry(taskId),
    isBeingSaved: (task) => {
      saving.consider({ changedTasks: [task], changedGateways: [], removedGateways: [] });
      return isUnderWay(saving.saveOf(task.id));
    },
    onChanged: (taskId) => watchlist.updateTask(taskId, {}),
  });
  const looking = createLooking({ ...dependencies, saving });
  return {
    saving,
    hooks,
    looking,
    isBeingSaved: (taskId) => {
      const save = saving.saveOf(taskId);
      return isUnderWay(save) && save?.trouble === null;
    },
    consider: (patch) => saving.consider(patch),
    tasksRemoved: (taskIds) => {
      saving.tasksRemoved(taskIds);
      looking.tasksRemoved(taskIds);
      hooks.tasksRemoved(taskIds);
    },
    start: () => {
      looking.restore();
      saving.start();
      machine.onWake(() => saving.hasten());
      machine.onChange(() => {
        if (!machine.isOffline()) saving.hasten();
      });
    },
    stop: () => {
      saving.stop();
      hooks.stop();
    },
  };
};
