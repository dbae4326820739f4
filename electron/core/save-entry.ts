import type { SaveState, TaskSave } from '../shared/saving.ts';
import { fileNameOf } from './file-name.ts';
import type { Cancel } from './ports.ts';
import type { SaveRun } from './saving-ports.ts';
import type { StoredSave } from './store-ports.ts';
import type { TaskState } from './task-entry.ts';

/** A save in memory: what is stored, and what is only true of this run. */
export interface TrackedSave {
  stored: StoredSave;
  bytes: number;
  run: SaveRun | null;
  /** It has its turn, though it may still wait for the key. */
  underway: boolean;
  /** Runs in a row that brought no further byte. */
  failures: number;
  /** Its link was asked for anew, which helps once or not at all. */
  renewed: boolean;
  /** Its folder was named for it alone, and is not the one of the settings. */
  named: boolean;
  /** The finished file of before; it is still the task's if this comes to nothing. */
  earlier: StoredSave | null;
  retryAt: number | null;
  cancelRetry: Cancel;
  /** When its progress was last drawn (steady ms). */
  drawnAt: number;
}

export const tracked = (stored: StoredSave, named: boolean): TrackedSave => ({
  stored,
  bytes: stored.bytes,
  run: null,
  underway: false,
  failures: 0,
  renewed: false,
  named,
  earlier: null,
  retryAt: null,
  cancelRetry: () => undefined,
  drawnAt: 0,
});

const stateOf = ({ stored, underway }: TrackedSave): SaveState => {
  if (stored.state !== 'unfinished') return stored.state;
  return underway ? 'saving' : 'waiting';
};

/** As tray, window and command line draw it. */
export const taskSaveOf = (save: TrackedSave): TaskSave => ({
  state: stateOf(save),
  trouble: save.underway ? null : save.stored.trouble,
  bytes: save.bytes,
  totalBytes: save.stored.totalBytes,
  path: save.stored.path,
  retryAt: save.retryAt,
});

/** What the finished file is called, without its ending. */
export const saveNameOf = ({ task, report, finishedAt }: TaskState, template: string): string =>
  fileNameOf(template, {
    at: finishedAt ?? task.addedAt,
    model: report?.model ?? null,
    title: report?.title ?? task.remoteId,
    id: task.remoteId,
  });
