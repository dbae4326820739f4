import type { CheckTrouble, Phase } from './task.ts';
import type { KeyTrouble } from './vault.ts';

/** Why a result is not saved, or not yet. The sentence for each is in the catalogue. */
export type SaveTrouble =
  | Extract<
      CheckTrouble,
      | 'no-network'
      | 'unknown-host'
      | 'unreachable'
      | 'insecure'
      | 'timed-out'
      | 'server-error'
      | 'rate-limited'
      | 'refused'
      | 'no-key'
      | KeyTrouble
    >
  | 'stopped'
  | 'no-link'
  | 'link-ended'
  | 'gone'
  | 'not-a-video'
  | 'empty'
  | 'too-large'
  | 'cut-off'
  | 'incomplete'
  | 'redirects'
  | 'unsafe-address'
  | 'no-folder'
  | 'not-writable'
  | 'disk-full';

/** `waiting`: its turn comes, or it is tried again. */
export type SaveState = 'waiting' | 'saving' | 'saved' | 'failed';

/** What of a task's results can be saved: the one that it was for, and what came beside it. */
export const savedKinds = ['video', 'thumbnail', 'gif'] as const;

export type SavedKind = (typeof savedKinds)[number];

/** How far a task's result has been saved, as it is drawn. */
export interface TaskSave {
  readonly state: SaveState;
  /** Why it was not saved, or is tried again. */
  readonly trouble: SaveTrouble | null;
  readonly bytes: number;
  /** Null while the server has not said. */
  readonly totalBytes: number | null;
  /** The saved file, else null. */
  readonly path: string | null;
  /** When it is tried again (wall clock ms); null when that is not planned. */
  readonly retryAt: number | null;
}

/** The same of what came beside it. */
export interface OtherSave extends TaskSave {
  readonly kind: Exclude<SavedKind, 'video'>;
}

export interface TaskSaves {
  /** Null when it has not been asked for. */
  readonly save: TaskSave | null;
  readonly otherSaves: readonly OtherSave[];
}

export const noSaves: TaskSaves = { save: null, otherSaves: [] };

export interface SavingSettings {
  /** Whether what becomes ready is saved by itself. */
  readonly on: boolean;
  readonly kinds: readonly SavedKind[];
  readonly folder: string;
  /** Text with `{date}`, `{model}`, `{title}` and `{id}`. */
  readonly nameTemplate: string;
  readonly largestBytes: number;
}

/** Whether a gateway's videos are saved by themselves: as the settings say, or in spite of them. */
export type GatewaySaving = (typeof gatewaySavings)[number];

export const gatewaySavings = ['as-set', 'always', 'never'] as const;

/** Why nothing can be written into a folder. */
export type FolderTrouble = Extract<SaveTrouble, 'no-folder' | 'not-writable'>;

export const isFolderTrouble = (trouble: SaveTrouble | null): trouble is FolderTrouble =>
  trouble === 'no-folder' || trouble === 'not-writable';

/** Whether another folder may help. */
export const isOfFolder = (trouble: SaveTrouble | null): boolean =>
  isFolderTrouble(trouble) || trouble === 'disk-full';

export type SavingSettingsTrouble =
  | 'no-kinds'
  | 'folder-missing'
  | 'folder-not-whole'
  | FolderTrouble
  | 'name-missing'
  | 'unknown-placeholder'
  | 'size';

export const gibibyte = 1024 ** 3;

/** Larger than any video of today; what is larger is rather a stream without an end. */
export const defaultLargestBytes = 4 * gibibyte;

export const defaultNameTemplate = '{date} {title}';

/** Why a save cannot begin. */
export type SaveRefusal =
  | Extract<SaveTrouble, 'no-link'>
  | Extract<Phase, 'failed' | 'cancelled' | 'lost'>
  | 'not-ready'
  | 'unknown-task';

/** `no-program`: the desktop has none for it. */
export type ShowTrouble = 'not-saved' | 'file-gone' | 'no-program';

/** 0 to 1; null while that is not known. */
export const savedShare = ({ bytes, totalBytes }: TaskSave): number | null =>
  totalBytes === null || totalBytes === 0 ? null : Math.min(1, bytes / totalBytes);

/** Whether a file of it is being written. */
export const isBeingWritten = ({ save, otherSaves }: TaskSaves): boolean =>
  [save, ...otherSaves].some((one) => one?.state === 'saving');

/** Whether it stays so until the user does something about the folder: nothing passes by itself there. */
export const isBlocked = (save: TaskSave | null): boolean => save !== null && isOfFolder(save.trouble);

/** Whether it may still end well by itself. */
export const isUnderWay = (save: TaskSave | null): boolean =>
  save?.state === 'waiting' || save?.state === 'saving';
