import { isOfFolder } from '../shared/saving.ts';
import { partNameOf } from './file-name.ts';
import type { ResultFiles } from './saving-ports.ts';
import type { StoredSave } from './store-ports.ts';
import type { TrackedSave } from './save-entry.ts';

export interface SavePartsDependencies {
  readonly files: Pick<ResultFiles, 'discard'>;
  readonly keep: (save: TrackedSave, change: Partial<StoredSave>) => void;
  /** The folder of the settings. */
  readonly usualFolder: () => string;
}

/** What is on the disk of saves that are not finished, and which folder it belongs into. */
export interface SaveParts {
  /** Removes what there is of it. */
  discard(save: TrackedSave, change: Partial<StoredSave>): void;
  /** Whether its folder did not take it, and the user has chosen another since. */
  hasBetterFolder(save: TrackedSave): boolean;
  /** Takes it there, where there is one; what had come of it stays behind and goes. */
  toBetterFolder(save: TrackedSave): void;
}

export const createSaveParts = ({ files, keep, usualFolder }: SavePartsDependencies): SaveParts => {
  const parts: SaveParts = {
    discard: (save, change) => {
      const { taskId, kind, folder, name } = save.stored;
      void files.discard(folder, partNameOf(name, taskId, kind));
      save.bytes = 0;
      keep(save, { validator: null, totalBytes: null, bytes: 0, ...change });
    },
    hasBetterFolder: ({ stored, named }) =>
      !named && isOfFolder(stored.trouble) && stored.folder !== usualFolder(),
    toBetterFolder: (save) => {
      if (!parts.hasBetterFolder(save)) return;
      save.failures = 0;
      parts.discard(save, { folder: usualFolder(), trouble: null });
    },
  };
  return parts;
};
