import { failed, type Result } from '../shared/result.ts';
import type { ShowTrouble } from '../shared/saving.ts';
import type { ResultFiles } from './saving-ports.ts';

/** What can be done with the saved file of a task. */
export interface SavedFiles {
  /** The saved file; null when there is none any more. */
  savedFile(taskId: string): Promise<string | null>;
  /** Has something done with the saved file, if there is one and it is still there. */
  withFile(taskId: string, use: UseOfFile): Promise<Result<null, ShowTrouble>>;
  /** Opens the saved file. */
  open(taskId: string): Promise<Result<null, ShowTrouble>>;
  showInFolder(taskId: string): Promise<Result<null, ShowTrouble>>;
}

type UseOfFile = (path: string) => Promise<Result<null, ShowTrouble>>;

export const createSavedFiles = (
  files: Pick<ResultFiles, 'isThere' | 'open' | 'show'>,
  pathOf: (taskId: string) => string | null,
): SavedFiles => {
  const withFile: SavedFiles['withFile'] = async (taskId, use) => {
    const path = pathOf(taskId);
    if (path === null) return failed('not-saved');
    return (await files.isThere(path)) ? use(path) : failed('file-gone');
  };
  return {
    withFile,
    savedFile: async (taskId) => {
      const path = pathOf(taskId);
      return path !== null && (await files.isThere(path)) ? path : null;
    },
    open: (taskId) => withFile(taskId, (path) => files.open(path)),
    showInFolder: (taskId) => withFile(taskId, (path) => files.show(path)),
  };
};
