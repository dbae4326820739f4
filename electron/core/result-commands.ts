import type { OpenTrouble } from '../shared/result-links.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type {
  FolderTrouble,
  SavingSettings,
  SavingSettingsTrouble,
  SaveRefusal,
  ShowTrouble,
} from '../shared/saving.ts';
import type { Clipboard, WindowHost } from './ports.ts';
import type { Saving } from './saving.ts';
import type { ResultFiles } from './saving-ports.ts';
import type { TaskCommands } from './task-commands.ts';

/** What a user does with results. */
export interface ResultCommands {
  settings(): SavingSettings;
  configure(settings: SavingSettings): Promise<Result<SavingSettings, SavingSettingsTrouble>>;
  /** Tries out a folder, or that of the settings. */
  tryFolder(folder: string | null): Promise<Result<null, UselessFolder>>;
  /** Without a folder into that of the settings. */
  save(taskId: string, folder: string | null): Result<null, SaveRefusal>;
  /** Each whose file is not there already; how many those are. */
  saveAll(taskIds: readonly string[]): Promise<number>;
  /** Begins again what could not be saved beside the video. */
  saveOthers(taskId: string): void;
  /** False when it is not being saved. */
  stopSaving(taskId: string): boolean;
  /** The saved file; null when there is none any more. */
  savedFile(taskId: string): Promise<string | null>;
  showInFolder(taskId: string): Promise<Result<null, ShowTrouble>>;
  /** The saved file where there is one, else the link. */
  open(taskId: string): Promise<Result<null, OpenTrouble>>;
  /** Puts the saved file on the clipboard. */
  copyFile(taskId: string): Promise<Result<null, ShowTrouble>>;
  /** Drags the saved file out of the window. */
  dragFile(taskId: string): Promise<Result<null, ShowTrouble>>;
}

export interface UselessFolder {
  readonly folder: string;
  readonly trouble: FolderTrouble;
}

export interface ResultCommandsDependencies {
  readonly resultFiles: Pick<ResultFiles, 'folderTrouble'>;
  readonly saving: Pick<
    Saving,
    | 'saveOf'
    | 'cancel'
    | 'settings'
    | 'configure'
    | 'save'
    | 'saveOthers'
    | 'savedFile'
    | 'withFile'
    | 'showInFolder'
    | 'open'
  >;
  readonly tasks: Pick<TaskCommands, 'openVideo'>;
  readonly clipboard: Pick<Clipboard, 'writeFile'>;
  readonly windowHost: Pick<WindowHost, 'drag'>;
}

export const createResultCommands = (dependencies: ResultCommandsDependencies): ResultCommands => {
  const { resultFiles, saving, tasks, clipboard, windowHost } = dependencies;

  return {
    settings: () => saving.settings(),
    configure: (settings) => saving.configure(settings),
    tryFolder: async (named) => {
      const folder = named ?? saving.settings().folder;
      const trouble = await resultFiles.folderTrouble(folder);
      return trouble === null ? ok(null) : failed({ folder, trouble });
    },
    save: (taskId, folder) => saving.save(taskId, folder),
    saveAll: async (taskIds) => {
      const files = await Promise.all(taskIds.map((id) => saving.savedFile(id)));
      const begun = taskIds.filter((id, at) => files[at] === null && saving.save(id, null).ok);
      return begun.length;
    },
    saveOthers: (taskId) => saving.saveOthers(taskId),
    stopSaving: (taskId) => saving.cancel(taskId),
    savedFile: (taskId) => saving.savedFile(taskId),
    showInFolder: (taskId) => saving.showInFolder(taskId),
    open: (taskId) => {
      // At once, as long as the desktop still takes it for what the user has just clicked.
      if ((saving.saveOf(taskId)?.path ?? null) === null) return tasks.openVideo(taskId);
      return saving.open(taskId).then((opened) => {
        if (opened.ok) return opened;
        return opened.trouble === 'no-program' ? failed('no-program') : tasks.openVideo(taskId);
      });
    },
    copyFile: (taskId) =>
      saving.withFile(taskId, async (path) => {
        await clipboard.writeFile(path);
        return ok(null);
      }),
    dragFile: (taskId) =>
      saving.withFile(taskId, (path) => {
        windowHost.drag(path);
        return Promise.resolve(ok(null));
      }),
  };
};
