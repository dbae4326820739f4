import type { About } from './about.ts';
import type {
  CustomDialect,
  CustomDialectTroubles,
  DialectPreview,
  DialectRemovalTrouble,
  DialectTextTrouble,
  ListedDialect,
  SavedDialect,
} from './custom-dialect.ts';
import type { DemoTrouble } from './demo.ts';
import type { Diagnostics, DiagnosticsPart } from './diagnostics.ts';
import type { GatewayDraft, GatewayTestOutcome, GatewayTrial, GatewayTrouble } from './gateway.ts';
import type { GatewayAnswer } from './gateway-answer.ts';
import type { HookRun, HookSettings, HookSettingsTrouble } from './hooks.ts';
import type { LanguageChoice } from './language/languages.ts';
import type { PicturesChoice, PlayedKind, PlayTrouble } from './looking.ts';
import type { BinEntry, ExportFormat } from './moves.ts';
import type {
  Preferences,
  ShortcutName,
  ShortcutTrouble,
  StartupTrouble,
  Theme,
  TrayIconChoice,
} from './preferences.ts';
import type { PushDraft, PushOutcome, PushTarget, PushTrouble } from './push.ts';
import type { NotificationSettings, QuietChoice } from './quiet.ts';
import type { Result } from './result.ts';
import type { CopiedLinks, CopyTrouble, OpenTrouble } from './result-links.ts';
import type { Route, WindowNews } from './route.ts';
import type { SaveRefusal, SavingSettings, SavingSettingsTrouble, ShowTrouble } from './saving.ts';
import type { TaskEvent } from './task.ts';
import type { Promptness, UsualRange } from './timing.ts';
import type { MoveTrouble, VaultKind } from './vault.ts';
import type { ClipboardOffer, Understanding, WatchTrouble, Watched } from './watching.ts';
import type { GatewayEntry, WatchlistPatch, WatchlistView } from './watchlist-view.ts';

/** Renderer to main. A channel without a parser or a handler does not compile. */
export interface Requests {
  'watchlist:read': () => WatchlistView;
  'reference:read': (text: string) => Understanding;
  'tasks:watch': (text: string, gatewayId: string | null) => Result<Watched, WatchTrouble>;
  'tasks:watch-clipboard': (gatewayId: string | null) => Result<Watched, WatchTrouble>;
  'tasks:check': (taskIds: readonly string[]) => void;
  'tasks:remove': (taskIds: readonly string[]) => void;
  'tasks:restore': (taskIds: readonly string[]) => void;
  'tasks:mark-seen': (taskIds: readonly string[]) => void;
  /** The user goes on watching tasks about which no gateway has answered for long. */
  'tasks:keep': (taskIds: readonly string[]) => void;
  /** Whether the user is told what becomes of these tasks. */
  'tasks:set-muted': (taskIds: readonly string[], muted: boolean) => void;
  /** Lists also the tasks of a long history that hold every word of the query. */
  'tasks:search': (query: string) => void;
  'tasks:history': (taskId: string) => readonly TaskEvent[];
  /** How long tasks like it take; null while too few have been seen. */
  'tasks:usual-range': (taskId: string) => UsualRange | null;
  'tasks:open-video': (taskId: string) => Result<null, OpenTrouble>;
  /** Saves it into the folder of the settings. */
  'tasks:save': (taskId: string) => Result<null, SaveRefusal>;
  /** The same for each that has a result and no saved file; how many there are. */
  'tasks:save-all': (taskIds: readonly string[]) => number;
  /** Begins again what could not be saved beside its video. */
  'tasks:save-others': (taskId: string) => void;
  /** False when it is not being saved. */
  'tasks:stop-saving': (taskId: string) => boolean;
  'tasks:show-in-folder': (taskId: string) => Result<null, ShowTrouble>;
  /** Looks at what the result begins with; from then on its address in the window brings it. */
  'tasks:play': (taskId: string) => Result<PlayedKind, PlayTrouble>;
  /** Puts the saved file on the clipboard. */
  'tasks:copy-file': (taskId: string) => Result<null, ShowTrouble>;
  /** Drags the saved file out of the window, while the mouse button is down. */
  'tasks:drag-file': (taskId: string) => Result<null, ShowTrouble>;
  'tasks:copy-link': (taskId: string) => Result<null, CopyTrouble>;
  /** Puts the links that have not ended on the clipboard, a line each. */
  'tasks:copy-links': (taskIds: readonly string[]) => CopiedLinks;
  'tasks:copy-id': (taskId: string) => void;
  /** Null when it was not asked about since Taskbell started. */
  'tasks:answer': (taskId: string) => GatewayAnswer | null;
  'tasks:copy-answer': (taskId: string) => void;
  /** Puts the request for it on the clipboard, without the key. */
  'tasks:copy-curl': (taskId: string) => void;
  'gateways:add': (draft: GatewayDraft) => Result<GatewayEntry, GatewayTrouble>;
  /** Adds the gateway that a text speaks of, with the address and the key in the text. */
  'gateways:add-found': (
    text: string,
    name: string,
    dialect: string,
    allowPlainHttp: boolean,
  ) => Result<GatewayEntry, GatewayTrouble>;
  'gateways:update': (gatewayId: string, draft: GatewayDraft) => Result<GatewayEntry, GatewayTrouble>;
  'gateways:remove': (gatewayId: string) => Result<null, GatewayTrouble>;
  /** Tests what the form holds; a null id is a gateway that is not stored yet. */
  'gateways:test': (
    gatewayId: string | null,
    trial: GatewayTrial,
  ) => Result<GatewayTestOutcome, GatewayTrouble>;
  /** Adds the demo gateway and its tasks, if it is not there. */
  'demo:begin': () => Result<null, DemoTrouble>;
  /** The dialects of this version and those that the user has described. */
  'dialects:list': () => readonly ListedDialect[];
  /** The description of an API; null for a dialect of this version. */
  'dialects:read': (id: string) => CustomDialect | null;
  /** What a description makes of a sample answer. Without a remote id the sample may be about any task. */
  'dialects:preview': (definition: CustomDialect, sample: string, remoteId: string) => DialectPreview;
  'dialects:save': (definition: CustomDialect) => Result<SavedDialect, CustomDialectTroubles>;
  'dialects:remove': (id: string) => Result<null, DialectRemovalTrouble>;
  /** Puts the description as JSON on the clipboard. */
  'dialects:export': (id: string) => Result<null, 'unknown-dialect'>;
  'dialects:import': (text: string) => Result<SavedDialect, DialectTextTrouble>;
  /** The user chooses the file. The value and the trouble are sentences; null when the user chose none. */
  'data:export': (format: ExportFormat) => Result<string, string> | null;
  'data:import': () => Result<string, string> | null;
  'data:bin': () => readonly BinEntry[];
  /** Removes the listed tasks that have ended; their ids, so that it can be undone. */
  'data:clear-ended': () => readonly string[];
  'updates:set-on': (on: boolean) => void;
  'checks:pause': () => void;
  'checks:resume': () => void;
  'checks:set-promptness': (promptness: Promptness) => void;
  'notifications:configure': (settings: NotificationSettings) => void;
  'quiet:begin': (choice: QuietChoice) => void;
  'quiet:end': () => void;
  /** The window has said what `news:say` brought, to somebody who looks at it. */
  'news:said': (id: string) => void;
  'vault:unlock': (passphrase: string) => Result<null, MoveTrouble>;
  /** Takes all keys along, unless they are left where they are. The passphrase is for the file alone. */
  'vault:move': (to: VaultKind, passphrase: string | null, leaving: boolean) => Result<null, MoveTrouble>;
  'vault:change-passphrase': (before: string, next: string) => Result<null, MoveTrouble>;
  'vault:forget': () => Result<null, MoveTrouble>;
  'notifications:test': () => Result<null, string>;
  /** A null id is a new target. */
  'push:save': (targetId: string | null, draft: PushDraft) => Result<PushTarget, PushTrouble>;
  'push:remove': (targetId: string) => Result<null, PushTrouble>;
  /** Sends a message to what the form holds; a null id is a target that is not stored yet. */
  'push:test': (targetId: string | null, draft: PushDraft) => Result<PushOutcome, PushTrouble>;
  'diagnostics:read': () => Diagnostics;
  /** Tries it out; the sentence says what came of it. */
  'diagnostics:test': (part: DiagnosticsPart) => Result<string, string>;
  /** Puts all of it on the clipboard, without keys, links and addresses. */
  'diagnostics:copy': () => void;
  'about:read': () => About;
  /** The licences of what it is built from; null where their file is missing. */
  'about:licences': () => string | null;
  'preferences:read': () => Preferences;
  'preferences:set-start-at-login': (on: boolean) => Result<Preferences, StartupTrouble>;
  'preferences:set-shortcut': (
    name: ShortcutName,
    keys: string | null,
  ) => Result<Preferences, ShortcutTrouble>;
  /** Speaks it at once, here and in the tray. */
  'preferences:set-language': (choice: LanguageChoice) => Preferences;
  'preferences:set-theme': (theme: Theme) => Preferences;
  'preferences:set-clipboard-offer': (on: boolean) => Preferences;
  'preferences:set-tray-icon': (choice: TrayIconChoice) => Preferences;
  'saving:read': () => SavingSettings;
  'saving:configure': (settings: SavingSettings) => Result<SavingSettings, SavingSettingsTrouble>;
  /** The user chooses one; null when the user chose none. */
  'saving:choose-folder': () => string | null;
  'pictures:choose': (choice: PicturesChoice) => void;
  'hooks:read': () => HookSettings;
  'hooks:configure': (settings: HookSettings) => Result<HookSettings, HookSettingsTrouble>;
  /** What became of the command that ran for a task; null when none ran in this life. */
  'tasks:hook-output': (taskId: string) => HookRun | null;
  /** What is on the clipboard, when the user wants to be asked; null when there is nothing to ask. */
  'clipboard:look': () => ClipboardOffer | null;
  /** Not what was offered last. */
  'clipboard:refuse': () => void;
  /** The user answered the first-close question. */
  'window:confirm-hide': () => void;
  'app:quit': () => void;
}

/** Main to renderer. */
export interface Events {
  /** To be said, and answered with `news:said`, only if the user is looking at the list or at the task. */
  'news:say': WindowNews & { readonly id: string };
  'watchlist:patched': WatchlistPatch;
  'window:navigate': Route;
  /** The user closed the window for the first time: say that Taskbell goes on in the tray. */
  'window:explain-hide': null;
}

export type RequestChannel = keyof Requests;
export type EventChannel = keyof Events;
