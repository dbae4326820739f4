import type { App } from '../app.ts';
import type { CredentialVault, VaultTrouble } from '../core/ports.ts';
import type { Diagnostics } from '../shared/ipc-contract.ts';

export interface DiagnosticsDependencies {
  readonly app: Pick<App, 'view'>;
  readonly vault: Pick<CredentialVault, 'read'>;
  readonly dataFolder: string;
  readonly version: string;
}

/** How Taskbell's surroundings are, each as a sentence. Asks the keyring, so it may take 10 s. */
export const readDiagnostics = async (dependencies: DiagnosticsDependencies): Promise<Diagnostics> => {
  const { app, vault, dataFolder, version } = dependencies;
  // An account that never exists: the answer shows whether the keyring works, without touching a key.
  const keyring = await vault.read('taskbell-diagnostics');
  const { status } = app.view();
  return {
    version,
    electron: process.versions.electron,
    dataFolder,
    keyring: keyring.ok ? (keyringNames[process.platform] ?? keyringName) : keyringSentences[keyring.trouble],
    notifications: status.notificationsWork
      ? 'The desktop takes notifications.'
      : 'No notification service took the last notification. Endings show in the tray and the window.',
    tray: status.trayVisible
      ? 'A desktop panel shows the tray item.'
      : 'No desktop panel shows tray items. Start Taskbell again to open its window.',
  };
};

const keyringName = 'Keys are kept in the desktop’s keyring (Secret Service).';

const keyringNames: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Keys are kept in the macOS keychain.',
  win32: 'Keys are kept in the Windows Credential Manager.',
};

const keyringSentences: Readonly<Record<VaultTrouble, string>> = {
  'keyring-locked': 'The keyring did not answer within 10 s: it is probably locked.',
  'keyring-absent': 'No keyring is running. Keys cannot be kept until one is (such as gnome-keyring).',
  'keyring-failed': 'The keyring answered with an error.',
};
