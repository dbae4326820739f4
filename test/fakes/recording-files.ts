import type { ResultFiles, SavedFile, SaveJob } from '../../electron/core/saving-ports.ts';
import type { SaveFailure } from '../../electron/core/save-answer.ts';
import { ok, type Result } from '../../electron/shared/result.ts';
import type { FolderTrouble } from '../../electron/shared/saving.ts';

/** A disk that remembers what it was asked to fetch; the test says what comes of it. */
export interface RecordingFiles {
  readonly jobs: SaveJob[];
  readonly discarded: string[];
  readonly opened: string[];
  readonly shown: string[];
  readonly there: Set<string>;
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
  const ifThere = (list: string[], path: string): Promise<boolean> => {
    const isThere = files.there.has(path);
    if (isThere) list.push(path);
    return Promise.resolve(isThere);
  };
  const files: RecordingFiles = {
    jobs: [],
    discarded: [],
    opened: [],
    shown: [],
    there: new Set(),
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
