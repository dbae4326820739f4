import type { ResultFiles, SavedFile, SaveJob } from '../../electron/core/saving-ports.ts';
import type { SaveFailure } from '../../electron/core/save-answer.ts';
import { failed, ok, type Result } from '../../electron/shared/result.ts';
import type { FolderTrouble } from '../../electron/shared/saving.ts';

/** A disk that remembers what it was asked to fetch; the test says what comes of it. */
export interface RecordingFiles {
  readonly jobs: SaveJob[];
  readonly discarded: string[];
  readonly opened: string[];
  readonly shown: string[];
  readonly there: Set<string>;
  /** Whether the desktop has programs for the files. */
  hasPrograms: boolean;
  /** The folders that nothing can be written into. */
  readonly useless: Map<string, FolderTrouble>;
  readonly stopped: SaveJob[];
  /** Ends the run of a job. */
  finish(index: number, outcome: Result<SavedFile, SaveFailure>): void;
  readonly port: ResultFiles;
}

export const savedAs = (path: string, bytes = 1000): Result<SavedFile, SaveFailure> => ok({ path, bytes });

export const createRecordingFiles = (): RecordingFiles => {
  const ends: ((outcome: Result<SavedFile, SaveFailure> | null) => void)[] = [];
  const ifThere = (list: string[], path: string): ReturnType<ResultFiles['open']> => {
    if (!files.there.has(path)) return Promise.resolve(failed('file-gone'));
    if (!files.hasPrograms) return Promise.resolve(failed('no-program'));
    list.push(path);
    return Promise.resolve(ok(null));
  };
  const files: RecordingFiles = {
    jobs: [],
    discarded: [],
    opened: [],
    shown: [],
    there: new Set(),
    hasPrograms: true,
    useless: new Map(),
    stopped: [],
    finish: (index, outcome) => {
      if (outcome.ok) files.there.add(outcome.value.path);
      ends[index]?.(outcome);
    },
    port: {
      defaultFolder: '/home/ada/Downloads/Taskbell',
      homeFolder: '/home/ada',
      folderTrouble: (folder) => Promise.resolve(files.useless.get(folder) ?? null),
      save: (job) => {
        files.jobs.push(job);
        const { promise, resolve } = Promise.withResolvers<Result<SavedFile, SaveFailure> | null>();
        ends.push(resolve);
        return {
          done: promise,
          stop: () => {
            files.stopped.push(job);
            resolve(null);
          },
        };
      },
      discard: (_folder, partName) => {
        files.discarded.push(partName);
        return Promise.resolve();
      },
      isThere: (path) => Promise.resolve(files.there.has(path)),
      open: (path) => ifThere(files.opened, path),
      show: (path) => ifThere(files.shown, path),
    },
  };
  return files;
};
