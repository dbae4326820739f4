import { failed, type Result } from '../shared/result.ts';
import type { ShowTrouble } from '../shared/saving.ts';
import type { ResultFiles } from './saving-ports.ts';

/** What can be done with the saved file of a task. */
export interface SavedFiles {
  /** The saved file; null when there is none any more. */
  savedFile(taskId: string): Promise<string | null>;
  /** Opens the saved file. */
  open(taskId: string): Promise<Result<null, ShowTrouble>>;
  showInFolder(taskId: string): Promise<Result<null, ShowTrouble>>;
}

export const createSavedFiles = (
  files: Pick<ResultFiles, 'isThere' | 'open' | 'show'>,
  pathOf: (taskId: string) => string | null,
): SavedFiles => {
  const withFile = async (
    taskId: string,
    use: (path: string) => Promise<Result<null, ShowTrouble>>,
  ): Promise<Result<null, ShowTrouble>> => {
    const path = pathOf(taskId);
    return path === null ? failed('not-saved') : use(path);
  };
  return {
    savedFile: async (taskId) => {
      const path = pathOf(taskId);
      return path !== null && (await files.isThere(path)) ? path : null;
    },
    open: (taskId) => withFile(taskId, (path) => files.open(path)),
    showInFolder: (taskId) => withFile(taskId, (path) => files.show(path)),
  };
};
