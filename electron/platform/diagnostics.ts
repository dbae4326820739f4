import type { App } from '../app.ts';
import type { DoNotDisturb } from '../core/ports.ts';
import type { Diagnostics, DiagnosticsPart } from '../shared/diagnostics.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, type Result } from '../shared/result.ts';
import { keyringPart } from './diagnostics/keyring-part.ts';
import { networkPart, type ProxySession } from './diagnostics/network-part.ts';
import { notificationsPart } from './diagnostics/notifications-part.ts';
import type { PartOfDesktop } from './diagnostics/part.ts';
import { powerPart } from './diagnostics/power-part.ts';
import { storagePart } from './diagnostics/storage-part.ts';
import { trayPart } from './diagnostics/tray-part.ts';
import type { SessionBus } from './dbus/session-bus.ts';

export interface DiagnosticsDependencies {
  readonly app: Pick<App, 'view' | 'testNotification' | 'vault'>;
  readonly dataFolder: string;
  readonly version: string;
  /** Null where there is none to ask. */
  readonly bus: SessionBus | null;
  readonly systemBus: SessionBus | null;
  readonly doNotDisturb: Pick<DoNotDisturb, 'isOn'>;
  readonly isOnline: () => boolean;
  readonly session: () => ProxySession;
  /** Lets everything happen that happens after a sleep. */
  readonly playWaking: () => void;
}

export interface DiagnosticsReader {
  /** How Taskbell's surroundings are, each as a sentence. Asks the keyring, so it may take 10 s. */
  read(): Promise<Diagnostics>;
  /** Tries one out; the sentence says what came of it. */
  test(part: DiagnosticsPart): Promise<Result<string, string>>;
}

export const createDiagnostics = (dependencies: DiagnosticsDependencies): DiagnosticsReader => {
  const { app, version, dataFolder } = dependencies;
  const parts: Readonly<Record<DiagnosticsPart, PartOfDesktop>> = {
    keyring: keyringPart({ bus: dependencies.bus, vault: app.vault, state: () => app.view().status.vault }),
    notifications: notificationsPart(dependencies),
    tray: trayPart(dependencies),
    power: powerPart(dependencies),
    network: networkPart(dependencies),
    storage: storagePart(dataFolder),
  };
  // One part that fails in an unforeseen way must not hide the others.
  const safely = (read: () => Promise<string>): Promise<string> =>
    read().catch(() => words().diagnostics.unknown);
  return {
    read: async () => {
      const names = Object.keys(parts) as DiagnosticsPart[];
      const sentences = await Promise.all(names.map((name) => safely(() => parts[name].read())));
      const read = Object.fromEntries(names.map((name, at) => [name, sentences[at] ?? '']));
      return {
        version,
        electron: process.versions.electron,
        dataFolder,
        ...(read as Record<DiagnosticsPart, string>),
      };
    },
    test: (part) => parts[part].test().catch(() => failed(words().diagnostics.testFailed)),
  };
};
