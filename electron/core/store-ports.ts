import type { CustomDialect } from '../shared/custom-dialect.ts';
import type { Gateway } from '../shared/gateway.ts';
import type { SavedKind, SaveTrouble } from '../shared/saving.ts';
import type { Report, TaskEvent, WatchedTask } from '../shared/task.ts';
import type { Announcement } from './announcement.ts';
import type { TakenTime } from './learned-times.ts';
import type { Pace } from './pace.ts';
import type { PushStore } from './push-ports.ts';

/** How long a gateway asked to be left alone. */
export interface StoredPause {
  /** Wall clock ms. */
  readonly until: number;
  /** The same on the steady clock, and what that showed when it was noted: it survives a wrong wall clock. */
  readonly steadyUntil: number;
  readonly steadyAt: number;
}

/** A task with what the store knows of it. */
export interface StoredTask {
  readonly task: WatchedTask;
  readonly report: Report | null;
  /** When the report was recorded (wall clock ms). */
  readonly reportedAt: number | null;
  /** When a final phase was recorded, by the gateway's word or else by ours. */
  readonly finishedAt: number | null;
  readonly startedAt: number | null;
  readonly pace: Pace | null;
  /** When the user was last asked, and chose, to keep it although no gateway answers about it. */
  readonly keptAt: number | null;
  readonly seen: boolean;
}

/** Something that speaks against reminding the user of a task, and since when. */
export interface Reminder {
  readonly taskId: string;
  readonly kind: 'link-expiring' | 'unanswered' | 'taken';
  readonly at: number;
}

/** A task with its history, as it moves from one computer to another. */
export interface MovedTask {
  readonly stored: StoredTask;
  readonly history: readonly TaskEvent[];
}

export interface ImportedList {
  readonly gateways: readonly Gateway[];
  readonly dialects: readonly CustomDialect[];
  readonly tasks: readonly MovedTask[];
}

export interface BinnedTask {
  readonly stored: StoredTask;
  readonly removedAt: number;
}

/** Written in one transaction: the new report, its line of history, and what must be told of it. */
export interface RecordedReport {
  readonly taskId: string;
  readonly at: number;
  readonly report: Report;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly pace: Pace | null;
  readonly seen: boolean;
  readonly event: TaskEvent | null;
  readonly announcement: Announcement | null;
  /** What it took, when this report ended it and that could be measured. */
  readonly taken: TakenTime | null;
}

/** What the store knows of the save of one of a task's results. Enough of it to go on after the process was killed. */
export interface StoredSave {
  readonly taskId: string;
  readonly kind: SavedKind;
  readonly folder: string;
  /** Without its ending, which the file itself tells. */
  readonly name: string;
  readonly state: 'unfinished' | 'saved' | 'failed';
  readonly trouble: SaveTrouble | null;
  /** What the server called this version of the file; null while it is not known. */
  readonly validator: string | null;
  readonly totalBytes: number | null;
  /** The saved file and its size. */
  readonly path: string | null;
  readonly bytes: number;
}

/** Synchronous, because a decision and its record must not be parted. Throws StoreFailure when it cannot read or write. */
export interface TaskStore extends PushStore {
  gateways(): readonly Gateway[];
  saveGateway(gateway: Gateway): void;
  /** Null ends the pause. */
  savePause(gatewayId: string, pause: StoredPause | null): void;
  pauses(): ReadonlyMap<string, StoredPause>;
  /** Its tasks go with it. */
  removeGateway(gatewayId: string): void;
  /** Those to list: what is still awaited, what has something untold, and the newest 1,000 of the ended ones. */
  tasks(): readonly StoredTask[];
  /** All that are watched, those of a long history too. */
  taskCount(): number;
  /** The newest that hold every word of the query, in any case. */
  search(query: string, limit: number): readonly StoredTask[];
  /** Those of these ids that the gateway's tasks include. */
  find(gatewayId: string, remoteIds: readonly string[]): readonly StoredTask[];
  addTasks(tasks: readonly WatchedTask[]): void;
  record(recorded: RecordedReport): void;
  /** Announces something of a task that no report caused. */
  announce(announcement: Announcement): void;
  /** The user keeps a task that no gateway answers about. */
  keep(taskIds: readonly string[], at: number): void;
  /** What finished tasks took, oldest first, the newest 400 of each gateway and model. */
  takenTimes(): readonly TakenTime[];
  /** Also counts as told. */
  markSeen(taskIds: readonly string[], at: number): void;
  /** The user has opened or copied what came of the task. */
  noteTaken(taskId: string, at: number): void;
  /**
   * Announcements that no ending caused, whether told or not, and tasks whose video was taken, oldest first: nobody is
   * reminded twice. Of ended tasks only what came since then (wall clock ms).
   */
  reminders(since: number): readonly Reminder[];
  /** Removed tasks are kept aside for 30 days, so that removing can be undone. */
  removeTasks(taskIds: readonly string[], at: number): void;
  restoreTasks(taskIds: readonly string[]): readonly StoredTask[];
  /** What was removed and can be restored, last removed first. */
  bin(limit: number): readonly BinnedTask[];
  /** Ends the 30 days of what was removed so long ago. */
  forgetRemoved(at: number): void;
  /** In the order in which it was noted. Progress is thinned, changes of phase are kept. */
  history(taskId: string): readonly TaskEvent[];
  /** Decided and not yet shown, oldest first. */
  untold(): readonly Announcement[];
  markTold(announcementIds: readonly string[], at: number): void;
  /** What is saved, and what is to be, in the order in which it was begun. */
  saves(): readonly StoredSave[];
  putSave(save: StoredSave): void;
  dropSave(taskId: string, kind: SavedKind): void;
  /** In the order in which they were first saved. */
  customDialects(): readonly CustomDialect[];
  saveCustomDialect(definition: CustomDialect): void;
  removeCustomDialect(id: string): void;
  /** All watched tasks with their history, in pieces: those after the place, and the place to go on from. */
  page(after: number, limit: number): { readonly tasks: readonly MovedTask[]; readonly next: number | null };
  /** Written in one transaction, or nothing of it. */
  importAll(imported: ImportedList): void;
  setting(name: string): string | null;
  saveSetting(name: string, value: string): void;
  close(): void;
}
