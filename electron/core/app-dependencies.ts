import type { Language } from '../shared/language/languages.ts';
import type { CheckerDependencies } from './checker.ts';
import type { Commands } from './command-ports.ts';
import type { DescribedDialects } from './custom-dialects.ts';
import type { DemoHost } from './demo.ts';
import type { Dialect, DialectNamed } from './dialect.ts';
import type { PictureShelf, ResultViews } from './looking-ports.ts';
import type * as ports from './ports.ts';
import type { PreferencesDependencies } from './preferences.ts';
import type { PushSendingDependencies } from './push-sending.ts';
import type { ResultFiles } from './saving-ports.ts';
import type { TaskStore } from './store-ports.ts';
import type { CredentialVault, KeyFile } from './vault-ports.ts';

/** All that the app needs of the world outside of it. */
export interface AppDependencies extends Pick<PushSendingDependencies, 'webhooks' | 'hmac'> {
  readonly clock: ports.Clock;
  readonly random: ports.Random;
  readonly makeId: ports.MakeId;
  readonly store: TaskStore;
  /** What happened to the stored watchlist before this start, as a sentence. */
  readonly storeNotice?: string | null;
  readonly systemLanguage: Language;
  /** The system's keyring, the usual place of keys. */
  readonly vault: CredentialVault;
  readonly keyFile: KeyFile;
  readonly http: ports.HttpClient;
  readonly notifier: ports.Notifier;
  readonly doNotDisturb: ports.DoNotDisturb;
  readonly trayHost: ports.TrayHost;
  readonly windowHost: ports.WindowHost;
  readonly machine: ports.Machine;
  readonly clipboard: ports.Clipboard;
  readonly linkOpener: ports.LinkOpener;
  readonly globalKeys: ports.GlobalKeys;
  readonly loginStart: ports.LoginStart;
  readonly resultFiles: ResultFiles;
  readonly resultViews: ResultViews;
  readonly pictureShelf: PictureShelf;
  readonly commands: Commands;
  readonly trayIcon: PreferencesDependencies['trayIcon'];
  readonly showTheme: PreferencesDependencies['showTheme'];
  readonly dialectNamed: DialectNamed;
  readonly knownDialects: readonly Dialect[];
  readonly describedDialects: DescribedDialects;
  /** The dialect that a maker speaks at its own host; null elsewhere. */
  readonly dialectAtHost: (baseUrl: string) => string | null;
  readonly testOutcome: CheckerDependencies['testOutcome'];
  readonly demoHost: DemoHost;
  readonly updates: ports.Updates;
  readonly quit: () => void;
}
