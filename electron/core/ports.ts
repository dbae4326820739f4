import type { Route, WindowNews } from '../shared/route.ts';
import type { StartupTrouble } from '../shared/preferences.ts';
import type { Result } from '../shared/result.ts';
import type { CheckTrouble } from '../shared/task.ts';
import type { SlowReason } from '../shared/timing.ts';
import type { UpdateWay } from '../shared/updates.ts';
import type { Notice, NoticeAction } from './announcement.ts';
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
