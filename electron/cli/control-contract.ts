import type { GatewaySaving } from '../shared/saving.ts';
import type { ListedDialect, SavedDialect } from '../shared/custom-dialect.ts';
import type { Diagnostics } from '../shared/diagnostics.ts';
import type { Language } from '../shared/language/languages.ts';
import type { PushService, PushTargetEntry } from '../shared/push.ts';
import type { Quiet, QuietChoice } from '../shared/quiet.ts';
import type { TaskSaves } from '../shared/saving.ts';
import type { CheckTrouble, Failure, Health, Phase, ResultLink } from '../shared/task.ts';
import type { Budget, Promptness, WaitReason } from '../shared/timing.ts';
import type { VaultKind, VaultState } from '../shared/vault.ts';
import type { AppStatus, GatewayEntry } from '../shared/watchlist-view.ts';
import type { BinEntry } from '../shared/moves.ts';

/** A task as `list --json` and `show --json` print it. A contract: scripts rely on these names. */
export interface ListedTask extends TaskSaves {
  readonly id: string;
  readonly gateway: string;
  readonly remoteId: string;
  readonly title: string;
  readonly phase: Phase;
  /** 0 to 1, or null. */
  readonly progress: number | null;
  readonly health: Health;
  /** Why the last check brought no report, or null. */
  readonly trouble: CheckTrouble | null;
  readonly links: readonly ResultLink[];
  readonly failure: Pick<Failure, 'code' | 'message'> | null;
  /** Wall clock times in ms, or null. */
  readonly addedAt: number;
  readonly finishedAt: number | null;
  readonly nextCheckAt: number | null;
  /** How long it takes until it has ended as likely as not, in ms; 0 when that has passed, null when not known. */
  readonly etaMs: number | null;
}

/** One task as `show` tells of it, with what can only be said in words. */
export interface ShownTask {
  readonly task: ListedTask;
  readonly timeLeft: string | null;
  readonly usuallyTakes: string | null;
  readonly nextCheck: string | null;
  /** Since when no gateway has answered about it, once that is worth a question. */
  readonly silentSince: number | null;
}

/** Everything that tells why checks are when they are, as `doctor --json` prints it. A contract like ListedTask. */
export interface DoctorReport
  extends
    Diagnostics,
    Pick<
      AppStatus,
      | 'paused'
      | 'pausedUntil'
      | 'online'
      | 'slowedBy'
      | 'promptness'
      | 'storeTrouble'
      | 'nextCheckAt'
      | 'requestsLastMinute'
    > {
  readonly unfinished: number;
  readonly nextCheckReason: WaitReason | null;
  readonly gateways: readonly DoctorGateway[];
}

export interface DoctorGateway
  extends
    Budget,
    Pick<
      GatewayEntry,
      'name' | 'dialect' | 'requestsLastMinute' | 'waitingUntil' | 'waitReason' | 'trouble'
    > {
  readonly unfinished: number;
}

export interface ListedGateway {
  readonly id: string;
  readonly name: string;
  readonly url: string;
  readonly dialect: string;
  readonly keyHint: string | null;
  readonly health: Health;
  readonly trouble: CheckTrouble | null;
}

/** Of what remarks are wanted. */
export type RemarksOf = 'checks' | 'save';

/** What a command could not do: a sentence for a person, and whether the command line was at fault. */
export interface ControlTrouble {
  readonly kind: 'usage' | 'failed';
  readonly message: string;
}

/** Commands that the command line sends over the control socket. Each may fail with a ControlTrouble. */
export interface ControlCommands {
  'gateway.add': (request: {
    readonly name: string;
    readonly url: string;
    readonly dialect: string;
    readonly key: string;
    readonly allowPlainHttp: boolean;
    /** Null for the dialect's own pace. */
    readonly requestsPerSecond: number | null;
  }) => ListedGateway;
  'gateway.list': (request: Record<string, never>) => readonly ListedGateway[];
  /** The sentence that says what the test found. */
  'gateway.test': (request: { readonly name: string }) => {
    readonly reached: boolean;
    readonly message: string;
  };
  /** Puts another key in the place of the one that the gateway has. */
  'gateway.key': (request: { readonly name: string; readonly key: string }) => ListedGateway;
  'gateway.remove': (request: { readonly name: string }) => null;
  /** A null asks only how it is. */
  'gateway.saving': (request: { readonly name: string; readonly saving: GatewaySaving | null }) => {
    readonly saving: GatewaySaving;
  };
  'dialect.list': (request: Record<string, never>) => readonly ListedDialect[];
  /** The description of an API as JSON text. */
  'dialect.export': (request: { readonly id: string }) => { readonly text: string };
  'dialect.import': (request: { readonly text: string }) => SavedDialect;
  'dialect.remove': (request: { readonly id: string }) => null;
  'task.watch': (request: {
    readonly refs: readonly string[];
    readonly gateway: string | null;
    /** The name for the gateway that the refs speak of, which is stored first with the key that is in them. */
    readonly addGateway: string | null;
    readonly allowPlainHttp: boolean;
  }) => {
    /** What was understood of the refs, as a sentence. */
    readonly understood: string;
    /** The gateway that was stored; null when none was. */
    readonly gateway: ListedGateway | null;
    readonly added: readonly ListedTask[];
    readonly alreadyWatched: readonly ListedTask[];
  };
  'task.list': (request: Record<string, never>) => readonly ListedTask[];
  'task.show': (request: { readonly id: string }) => ShownTask;
  /**
   * Answers when all of the tasks are final. Ids may be ours or the gateway's. With a folder that is to be saved into
   * afterwards, refuses at once when that cannot be.
   */
  'task.wait': (request: {
    readonly ids: readonly string[];
    readonly folder: string | null;
  }) => readonly ListedTask[];
  /** Answers with what holds these tasks up, in sentences, once that is something else than what is `known`. */
  'task.remarks': (request: {
    readonly ids: readonly string[];
    readonly of: RemarksOf;
    readonly known: readonly string[];
  }) => readonly string[];
  'task.check': (request: { readonly id: string | null }) => null;
  'task.remove': (request: { readonly id: string }) => ListedTask;
  /** Answers with the saved file once it is there. Without a folder it is that of the settings; else an absolute path. */
  'task.save': (request: { readonly id: string; readonly folder: string | null }) => {
    readonly path: string;
  };
  'task.stop-saving': (request: { readonly id: string }) => ListedTask;
  /** Opens the saved file, or else the link. */
  'task.open': (request: { readonly id: string }) => null;
  'task.mute': (request: { readonly id: string; readonly muted: boolean }) => ListedTask;
  /** The app writes the file itself; the path is absolute. The answer is a sentence. */
  'data.export': (request: { readonly path: string; readonly csv: boolean }) => { readonly message: string };
  'data.import': (request: { readonly path: string }) => { readonly message: string };
  'data.bin': (request: Record<string, never>) => readonly BinEntry[];
  'data.restore': (request: { readonly id: string }) => BinEntry;
  'vault.status': (request: Record<string, never>) => VaultState;
  'vault.unlock': (request: { readonly passphrase: string }) => null;
  /** The passphrase is for the file alone; with `leaveKeys` no key is taken along. */
  'vault.move': (request: {
    readonly to: VaultKind;
    readonly passphrase: string | null;
    readonly leaveKeys: boolean;
  }) => null;
  'vault.passphrase': (request: { readonly before: string; readonly next: string }) => null;
  /** Removes every key. */
  'vault.forget': (request: Record<string, never>) => null;
  'push.add': (request: {
    readonly name: string;
    readonly service: PushService;
    /** Null for the service's own. */
    readonly url: string | null;
    /** What is secret, in the order in which the service's form asks for it. */
    readonly entered: readonly string[];
    readonly allowPlainHttp: boolean;
  }) => { readonly message: string };
  'push.list': (request: Record<string, never>) => readonly PushTargetEntry[];
  /** The sentence that says what the test found. */
  'push.test': (request: { readonly name: string }) => {
    readonly delivered: boolean;
    readonly message: string;
  };
  'push.remove': (request: { readonly name: string }) => { readonly message: string };
  /** With null until resume. Tells when the pause ends by itself (wall clock ms), or null. */
  'app.pause': (request: { readonly forMs: number | null }) => { readonly until: number | null };
  'app.resume': (request: Record<string, never>) => null;
  /** A null asks only how it is. */
  'app.timing': (request: { readonly promptness: Promptness | null }) => { readonly promptness: Promptness };
  /** A null asks only how it is. */
  'app.quiet': (request: { readonly choice: QuietChoice | 'off' | null }) => { readonly quiet: Quiet | null };
  /** Asks the keyring, so it may take 10 s. */
  'app.doctor': (request: Record<string, never>) => DoctorReport;
  'app.quit': (request: Record<string, never>) => null;
  /** What the app speaks: its commands speak it too. */
  'app.language': (request: Record<string, never>) => { readonly language: Language };
  'app.version': (request: Record<string, never>) => { readonly version: string };
  /** What the user should know of the stored watchlist; null when all is well. */
  'app.notice': (request: Record<string, never>) => { readonly text: string | null };
  /** A second start of the app asks the first to show its window. */
  'app.open': (request: Record<string, never>) => null;
  /** A link that was opened: its window asks the user. */
  'app.link': (request: { readonly link: string }) => null;
  /** Adds the demo gateway and its tasks; false when it was there. */
  'app.demo': (request: Record<string, never>) => { readonly begun: boolean };
  /** A null asks only how it is; a null in the answer is a system without log-in. */
  'app.startup': (request: { readonly on: boolean | null }) => { readonly on: boolean | null };
}

export type ControlCommand = keyof ControlCommands;
