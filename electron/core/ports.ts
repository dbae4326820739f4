import type { CustomDialect } from '../shared/custom-dialect.ts';
import type { StartupTrouble } from '../shared/preferences.ts';
import type { SaveTrouble } from '../shared/saving.ts';
import type { Result } from '../shared/result.ts';
import type { Gateway } from '../shared/gateway.ts';
import type { CheckTrouble, Report, ResultLink, TaskEvent, WatchedTask } from '../shared/task.ts';
import type { SlowReason } from '../shared/timing.ts';
import type { KeyTrouble, PassphraseTrouble } from '../shared/vault.ts';
import type { Route, WindowNews } from '../shared/ipc-contract.ts';
import type { UpdateWay } from '../shared/updates.ts';
import type { Announcement, Notice, NoticeAction } from './announcement.ts';
import type { TakenTime } from './learned-times.ts';
import type { Pace } from './pace.ts';
import type { PushStore } from './push-ports.ts';
import type { SaveGateway } from './save-address.ts';
import type { SaveFailure } from './save-answer.ts';
import type { TrayAction, TrayView } from './tray-view.ts';

/** Ends a subscription, a timer or a request. Calling it twice does nothing. */
export type Cancel = () => void;

export interface Clock {
  /** Wall clock, ms since 1970. May jump. */
  now(): number;
  /** Ms since the machine's start. Never jumps, and sleep counts. */
  steady(): number;
  /** Runs once after the delay in ms, counted on a clock that never goes back. */
  after(delayMs: number, run: () => void): Cancel;
}

/** 0 (included) to 1 (excluded). */
export type Random = () => number;

/** A GET; with a body a POST of JSON, for the lists of APIs that ask for them so. Nothing is ever changed at a gateway. */
export interface HttpRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Unless true, plain http is refused to every host but this machine. */
  readonly allowPlainHttp?: boolean;
}

/** Any answered status. Header names are lower case; the body is at most 2 MiB. */
export interface HttpResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type HttpTrouble = Extract<
  CheckTrouble,
  'no-network' | 'unknown-host' | 'unreachable' | 'insecure' | 'timed-out' | 'redirected' | 'too-large'
>;

export interface HttpClient {
  /** Never rejects. Follows no redirect, sends and keeps no cookies, uses no cache, gives up after 20 s. */
  get(request: HttpRequest): Promise<Result<HttpResponse, HttpTrouble>>;
}

export type VaultTrouble = KeyTrouble;

/** Keeps one key a gateway, out of other people's reach. Never rejects, never takes over 10 s a call. */
export interface CredentialVault {
  keep(gatewayId: string, key: string): Promise<Result<null, VaultTrouble>>;
  /** Null when it is certain that no key of this gateway is kept. */
  read(gatewayId: string): Promise<Result<string | null, VaultTrouble>>;
  forget(gatewayId: string): Promise<Result<null, VaultTrouble>>;
}

/** The same in a file that a passphrase opens. Until then each call fails with 'key-file-locked'. Never rejects. */
export interface KeyFile extends CredentialVault {
  isThere(): boolean;
  isOpen(): boolean;
  /** At most three wrong ones a minute are looked at. */
  open(passphrase: string): Promise<Result<null, PassphraseTrouble>>;
  /** Makes a file with these keys and opens it. One that is there already is set aside under another name. */
  create(passphrase: string, keys: ReadonlyMap<string, string>): Promise<Result<null, 'key-file-failed'>>;
  changePassphrase(before: string, next: string): Promise<Result<null, PassphraseTrouble>>;
  /** Removes the file; those that were set aside stay. */
  discard(): Promise<Result<null, 'key-file-failed'>>;
}

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

/** What the store knows of the save of a task's result. Enough of it to go on after the process was killed. */
export interface StoredSave {
  readonly taskId: string;
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
  dropSave(taskId: string): void;
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

export type NotifierTrouble = 'absent' | 'no-answer' | 'failed';

export interface Notifier {
  /**
   * Resolves once the desktop has taken the notice. Never rejects, never blocks. A notice whose place this one takes
   * goes away, as far as the desktop still has it.
   */
  show(notice: Notice): Promise<Result<null, NotifierTrouble>>;
  /** Calls back with what the user clicked on a notice. */
  onActivate(react: (action: NoticeAction) => void): Cancel;
}

/** Whether the user has told the desktop that nothing may disturb, as far as that can be read. */
export interface DoNotDisturb {
  isOn(): boolean;
  onChange(react: () => void): Cancel;
}

export interface TrayHost {
  /** Asks for the view when it can be drawn, at most once a second, and then for the latest only. */
  draw(view: () => TrayView): void;
  onSelect(react: (action: TrayAction) => void): Cancel;
  /** What would make a panel show the item, as a sentence; null where that is not known. */
  readonly advice: string | null;
  /** The menu is about to open. Linux does not tell. */
  onOpening(react: () => void): Cancel;
  /** Whether a desktop panel shows the item; calls back at once and on every change. */
  onVisibility(react: (visible: boolean) => void): Cancel;
}

export interface WindowHost {
  /** Opens the window or brings it to the front, at the route when one is given. */
  open(route?: Route): void;
  /** Resolves with true when the user is looking at the window and it has said this. Never rejects. */
  say(news: WindowNews): Promise<boolean>;
  /** The user drags this file out of the window; to be called while the mouse button is still down. */
  drag(path: string): void;
}

/** What the machine says of its network and power, as far as it says anything. */
export interface Machine {
  /** True only when it is certain that there is no network. */
  isOffline(): boolean;
  slowReason(): SlowReason | null;
  /** Network or power may have changed. */
  onChange(react: () => void): Cancel;
  /** It has woken from sleep. */
  onWake(react: () => void): Cancel;
}

export interface Clipboard {
  read(): Promise<string>;
  write(text: string): Promise<void>;
  /** Puts the file itself there, as a file manager does. */
  writeFile(path: string): Promise<void>;
}

export interface LinkOpener {
  /** Hands an https link to the desktop's browser. */
  open(url: string): void;
}

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

/** The files of saved results. Nothing outside the folder of a job is touched, and no file there is replaced. */
export interface ResultFiles {
  readonly defaultFolder: string;
  save(job: SaveJob): SaveRun;
  /** Removes what was being saved. */
  discard(folder: string, partName: string): Promise<void>;
  isThere(path: string): Promise<boolean>;
  /** Opens the file in the program for it; false when it is gone. */
  open(path: string): Promise<boolean>;
  /** Shows it in the desktop's file manager; false when it is gone. */
  show(path: string): Promise<boolean>;
}

/** A program, its arguments, and what its environment says beyond what every program needs. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export interface CommandEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** The last 4 KB of both outputs. */
  readonly output: string;
}

export interface StartedCommand {
  /** Never rejects. */
  readonly done: Promise<Result<CommandEnd, 'not-started'>>;
  /** Asks it to end, with what it has started itself. */
  readonly end: Cancel;
  /** Ends it, whether it wants to or not. */
  readonly kill: Cancel;
}

export interface Commands {
  /** Starts a program without a shell, in the user's home folder and with a small environment. Never throws. */
  start(command: Command): StartedCommand;
}

/** Whether the system starts Taskbell when the user logs in. */
export interface LoginStart {
  /** Null where the system has no such thing. */
  isOn(): boolean | null;
  set(on: boolean): Result<null, StartupTrouble>;
}

/** Keys that the system passes on from whatever program has the focus. */
export interface GlobalKeys {
  /** False when somebody else has them. */
  take(keys: string, run: () => void): boolean;
  release(keys: string): void;
  /** What the user should know of them on this desktop; null when they simply work. */
  readonly remark: string | null;
}

/** Where newer versions of this package come from. */
export interface Updates {
  readonly way: UpdateWay;
  /**
   * The newer version that there is, which is here by then where the package installs itself; null when there is none,
   * or none was found out. Never rejects.
   */
  look(): Promise<string | null>;
  /** Puts what was brought in its place, as the last thing that this process does. */
  install(): void;
}

/** Fresh identifiers for gateways, tasks and announcements. */
export type MakeId = () => string;

/** One line a noteworthy thing; already free of keys and links. */
export type Log = (line: string) => void;
