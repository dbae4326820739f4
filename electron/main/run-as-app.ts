import { join } from 'node:path';
import { app as electron } from 'electron';
import { askApp } from '../cli/control-client.ts';
import { createControlHandlers } from '../cli/control-handlers.ts';
import { serveControl } from '../cli/control-server.ts';
import { ensureDataFolder } from '../cli/data-folder.ts';
import { StoreFailure } from '../core/store-failure.ts';
import { registerAppScheme } from '../platform/app-protocol.ts';
import { isKeyringLocked } from '../platform/dbus/secret-service.ts';
import { beginDesktop } from '../platform/desktop.ts';
import { createFileLog } from '../platform/file-log.ts';
import { createKeytarVault } from '../platform/keytar-vault.ts';
import { lockDown } from '../platform/lock-down.ts';
import { moveFiles } from '../platform/move-files.ts';
import { startTrouble } from '../platform/start-trouble.ts';
import { createSystemClock } from '../platform/system-clock.ts';
import { spokenIn } from '../shared/language/languages.ts';
import { speak, words } from '../shared/language/spoken.ts';
import { prepareElectron } from './prepare-electron.ts';
import { startApp, type ServeControl, type Started } from './start-app.ts';
import type { StartedWith } from './started-with.ts';

/** Runs as the app, unless another one has the data folder: that one is shown then. */
export const runAsApp = async (given: StartedWith): Promise<void> => {
  const { folder, address, link, hidden, systemLanguage } = given;
  // Until the store says what the user has chosen.
  speak(spokenIn[systemLanguage]);
  registerAppScheme();
  lockDown();
  const made = ensureDataFolder(folder);
  if (!made.ok) return startTrouble(made.trouble, hidden);
  prepareElectron(folder);
  const started = Promise.withResolvers<Started>();
  // Commands that wait for an app which cannot start hear of it, and nobody else needs to.
  started.promise.catch(() => undefined);
  // macOS hands links over like this, also before it is ready.
  electron.on('open-url', (event, url) => {
    event.preventDefault();
    void started.promise.then(({ app }) => app.openLink(url)).catch(() => undefined);
  });
  await electron.whenReady();

  const clock = createSystemClock();
  const log = createFileLog(join(folder, 'taskbell.log'), () => clock.now());
  process.on('uncaughtException', (error) => log(`bug: ${error.stack ?? error.message}`));
  process.on('unhandledRejection', (reason) => log(`bug: ${String(reason)}`));

  // Asked first, for it answers while the rest is being opened.
  const begun = beginDesktop(clock);
  const { bus } = begun;
  const vault = createKeytarVault(
    async () => (await import('keytar')).default,
    async () => bus !== null && isKeyringLocked(bus),
    clock,
  );
  const ready = started.promise.then(({ app }) => app);
  ready.catch(() => undefined);
  const serve: ServeControl = () =>
    serveControl({
      address,
      handlers: createControlHandlers({
        ready,
        version: electron.getVersion(),
        clock,
        diagnostics: async () => (await started.promise).diagnostics.read(),
        files: moveFiles,
      }),
      onBug: (error) => log(`bug: ${String(error)}`),
    });
  const control = await serve();
  if (!control.ok) {
    if (control.trouble !== 'already-running')
      return startTrouble(words().storage.controlTroubles[control.trouble], hidden);
    // One Taskbell a data folder: a second start shows the window of the first, or hands its link over.
    if (link !== null) await askApp(address, 'app.link', { link });
    else if (!hidden) await askApp(address, 'app.open', {});
    electron.exit(0);
    return;
  }
  try {
    started.resolve(await startApp({ ...given, control: control.value, serve, vault, log, clock, begun }));
  } catch (error) {
    started.reject(error);
    log(`cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    throw error;
  }
};

/** Without this the process would stay, with neither a tray item nor a window to end it by. */
export const sayWhyNotStarted = (error: unknown, { hidden }: StartedWith): Promise<void> =>
  startTrouble(
    error instanceof StoreFailure ? error.message : words().storage.unexpected(String(error)),
    hidden,
  );
