import type { Result } from '../shared/result.ts';
import type { FolderTrouble, ShowTrouble } from '../shared/saving.ts';
import type { ResultLink } from '../shared/task.ts';
import type { Cancel } from './ports.ts';
import type { SaveGateway } from './save-address.ts';
import type { SaveFailure } from './save-answer.ts';

/** One file to fetch, or the rest of it. */
export interface SaveJob {
  readonly link: ResultLink;
  readonly gateway: SaveGateway;
  /** What carries the gateway's key; sent to the gateway's own origin only. */
  readonly keyHeaders: Readonly<Record<string, string>>;
  readonly folder: string;
  readonly name: string;
  readonly partName: string;
  /** What the part on the disk belongs to; without a validator it is begun again. */
  readonly validator: string | null;
  readonly totalBytes: number | null;
  readonly largestBytes: number;
  /** The server has said what it sends. */
  readonly onBegun: (begun: {
    readonly validator: string | null;
    readonly totalBytes: number | null;
  }) => void;
  /** So much is on the disk. */
  readonly onBytes: (bytes: number) => void;
}

export interface SavedFile {
  readonly path: string;
  readonly bytes: number;
}

export interface SaveRun {
  /** Never rejects; null when it was stopped. */
  readonly done: Promise<Result<SavedFile, SaveFailure> | null>;
  /** What is on the disk stays for the next time. */
  readonly stop: Cancel;
}

type FileTrouble = Exclude<ShowTrouble, 'not-saved'>;

/** The files of saved results. Nothing outside the folder of a job is touched, and no file there is replaced. */
export interface ResultFiles {
  readonly defaultFolder: string;
  readonly homeFolder: string;
  /** Why nothing can be written into a folder; null when something can. */
  folderTrouble(folder: string): Promise<FolderTrouble | null>;
  save(job: SaveJob): SaveRun;
  /** Removes what was being saved. */
  discard(folder: string, partName: string): Promise<void>;
  isThere(path: string): Promise<boolean>;
  /** Opens the file in the program for it. */
  open(path: string): Promise<Result<null, FileTrouble>>;
  /** Shows it in the desktop's file manager. */
  show(path: string): Promise<Result<null, FileTrouble>>;
}
