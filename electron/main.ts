import { randomUUID } from 'node:crypto';
import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import { app as electron, Menu, net, powerMonitor } from 'electron';
import { createApp, type App } from './app.ts';
import { installedLaunch } from './cli/app-launch.ts';
import { commandFrom, linkFrom, startsHidden } from './cli/command-from.ts';
import { controlAddress } from './cli/control-address.ts';
import { askApp } from './cli/control-client.ts';
import { createControlHandlers } from './cli/control-handlers.ts';
import { serveControl, type ControlServer } from './cli/control-server.ts';
import { dataFolder, ensureDataFolder } from './cli/data-folder.ts';
import { realFolder } from './cli/real-folder.ts';
import { diagnosticsText } from './cli/diagnostics-text.ts';
import type { Clock, Log } from './core/ports.ts';
import { lazyDemoHost } from './core/lazy-demo.ts';
import { lazyHttp, lazyWebhooks } from './core/lazy-http.ts';
import { trayIconChoice } from './core/preferences.ts';
import { createTrayAbsence } from './core/tray-absence.ts';
import { StoreFailure } from './core/store-failure.ts';
import { describedDialects } from './dialects/custom-described.ts';
import { detectDialect, testOutcome } from './dialects/detect.ts';
import { dialectNamed, knownDialects } from './dialects/registry.ts';
import { createHandlers } from './ipc/handlers.ts';
import { createMessageRates } from './ipc/message-rates.ts';
import { serveWindow } from './ipc/server.ts';
import { appOrigin, registerAppScheme, serveAppFiles } from './platform/app-protocol.ts';
import { systemBusAddress } from './platform/dbus/bus-address.ts';
import { createSessionBus } from './platform/dbus/session-bus.ts';
import { beginDesktop, createDesktop, type DesktopBeginnings } from './platform/desktop.ts';
import { createDiagnostics, type DiagnosticsReader } from './platform/diagnostics.ts';
import { createElectronResultFiles } from './platform/electron-result-files.ts';
import { createFileLog } from './platform/file-log.ts';
import { createLazyLooking } from './platform/lazy-looking.ts';
import { licenceTexts } from './platform/licence-texts.ts';
import { lockDown } from './platform/lock-down.ts';
import { wasStartedAtLogin } from './platform/login-start.ts';
import { createSessionFetch, gatewaySession } from './platform/session-fetch.ts';
import { createKeyFile } from './platform/key-file.ts';
import { createKeytarVault, type KeytarVault } from './platform/keytar-vault.ts';
import { createChosenFiles } from './platform/chosen-files.ts';
import { readChosenFile, writeChosenFile } from './platform/move-files.ts';
import { nodeHmac } from './platform/node-hmac.ts';
import { openInProgram } from './platform/opened-files.ts';
import { createUpdates } from './platform/package-updates.ts';
import { openOwnedWatchlist } from './platform/owned-watchlist.ts';
import { createSpawnedCommands } from './platform/spawned-commands.ts';
import { startTrouble } from './platform/start-trouble.ts';
import { createSystemClock } from './platform/system-clock.ts';
import { languageOf, spokenIn } from './shared/language/languages.ts';
import { words, speak } from './shared/language/spoken.ts';

// Whatever this process writes is the user's alone.
process.umask(0o077);

const folder = realFolder(dataFolder(process.env, process.platform, homedir()));
const address = controlAddress({ dataFolder: folder, platform: process.platform, user: userInfo().username });
const link = linkFrom(process.argv);
const hidden = startsHidden(process.argv) && link === null;

const runAsCommand = async (words: readonly string[]): Promise<void> => {
  // A command draws nothing, so it must also run where there is no display.
  electron.commandLine.appendSwitch('ozone-platform', 'headless');
  const launch = installedLaunch(process.execPath, process.argv, process.env);
  const version = electron.getVersion();
  // The app itself does without them.
  const [{ createSystemIo }, { runCommandProcess }] = await Promise.all([
    import('./cli/system-io.ts'),
    import('./cli/command-process.ts'),
  ]);
  const io = createSystemIo({
    version,
    dataFolder: folder,
    address,
    launch: () => ({ ok: true, value: launch }),
  });
  return runCommandProcess(words, io, (exitCode) => electron.exit(exitCode));
};

const systemLanguage = languageOf(
  process.env['TASKBELL_LANG'] ?? electron.getPreferredSystemLanguages()[0] ?? '',
);

const runAsApp = async (): Promise<void> => {
  // Until the store says what the user has chosen.
  speak(spokenIn[systemLanguage]);
  registerAppScheme();
  lockDown();
  const made = ensureDataFolder(folder);
  if (!made.ok) return startTrouble(made.trouble, hidden);
  // Without it Windows shows no notification and starts nothing when one is clicked.
  electron.setAppUserModelId('io.github.taskbell.Taskbell');
  // Chromium would put a key for its cookies into the user's keyring, and ask to unlock it; Taskbell has no cookies.
  electron.commandLine.appendSwitch('password-store', 'basic');
  // What Chromium keeps for itself stays beside our data, out of the way.
  electron.setPath('userData', join(folder, 'chromium'));
  // macOS knows copy and paste only through a menu; elsewhere a menu bar would be in the way.
  Menu.setApplicationMenu(
    process.platform === 'darwin'
      ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
      : null,
  );
  // The window is one view of the app; without it the app goes on in the tray.
  electron.on('window-all-closed', () => undefined);
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
  const vault = createKeytarVault(async () => (await import('keytar')).default, clock);
  const ready = started.promise.then(({ app }) => app);
  ready.catch(() => undefined);
  const serve: Serve = () =>
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
    started.resolve(await startApp({ control: control.value, serve, vault, log, clock, begun }));
  } catch (error) {
    started.reject(error);
    log(`cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    throw error;
  }
};

/** Without this the process would stay, with neither a tray item nor a window to end it by. */
const sayWhyNotStarted = (error: unknown): Promise<void> =>
  startTrouble(
    error instanceof StoreFailure ? error.message : words().storage.unexpected(String(error)),
    hidden,
  );

interface Started {
  readonly app: App;
  /** For the window and for the command line alike. */
  readonly diagnostics: DiagnosticsReader;
}

const moveFiles = { read: readChosenFile, write: writeChosenFile };
type Serve = () => ReturnType<typeof serveControl>;

interface Beginnings {
  readonly control: ControlServer;
  readonly serve: Serve;
  readonly vault: KeytarVault;
  readonly log: Log;
  readonly clock: Clock;
  readonly begun: DesktopBeginnings;
}

const startApp = async ({ control, serve, vault, log, clock, begun }: Beginnings): Promise<Started> => {
  const controls = [control];
  const outFolder = join(electron.getAppPath(), 'out');
  const watchlist = openOwnedWatchlist({
    folder,
    clock,
    log,
    // The socket was in it too.
    onFolderMadeAnew: () =>
      void serve().then((served) => {
        if (served.ok) controls.push(served.value);
      }),
  });
  const { store } = watchlist;
  // In between the desktop is listened to, whose answers bring the item into the tray.
  await turn();
  const devUrl = electron.isPackaged ? undefined : process.env['TASKBELL_DEV_URL'];
  const desktop = createDesktop({
    ...begun,
    clock,
    pageUrl: devUrl ?? `${appOrigin}/index.html`,
    outFolder,
    hidingIsExplained: () => store.setting('hiding-explained') === 'true',
    trayIcon: () => trayIconChoice(store),
    beforeFirstWindow: () => servePage(),
  });

  await turn();
  const { resultViews, pictureShelf, respondWith } = createLazyLooking(join(folder, 'pictures'));
  const app = createApp({
    clock,
    random: Math.random,
    makeId: randomUUID,
    store,
    storeNotice: watchlist.notice,
    systemLanguage,
    vault,
    keyFile: createKeyFile(join(folder, 'keys.taskbell'), clock),
    http: lazyHttp(async () =>
      (await import('./platform/axios-http.ts')).createAxiosHttp(createSessionFetch()),
    ),
    webhooks: lazyWebhooks(async () =>
      (await import('./platform/axios-webhooks.ts')).createAxiosWebhooks(createSessionFetch()),
    ),
    hmac: nodeHmac,
    ...desktop.ports,
    resultFiles: createElectronResultFiles(begun.bus),
    resultViews,
    pictureShelf,
    commands: createSpawnedCommands(),
    dialectNamed,
    knownDialects,
    describedDialects,
    dialectAtHost: (baseUrl) => detectDialect(baseUrl, null),
    testOutcome,
    demoHost: lazyDemoHost(async () =>
      (await import('./platform/demo-host.ts')).createDemoHost({
        clock,
        // A program that plays it cannot look into the archive.
        videoFile: join(outFolder.replace('app.asar', 'app.asar.unpacked'), 'demo.webm'),
        openFile: openInProgram,
      }),
    ),
    updates: createUpdates(log),
    quit: () => electron.quit(),
  });
  await turn();
  app.start();
  desktop.showTray();
  const systemBus =
    process.platform === 'linux' ? createSessionBus(systemBusAddress(process.env), clock) : null;
  const diagnostics = createDiagnostics({
    app,
    dataFolder: folder,
    version: electron.getVersion(),
    bus: begun.bus,
    systemBus,
    doNotDisturb: desktop.ports.doNotDisturb,
    isOnline: () => net.isOnline(),
    session: gatewaySession,
    playWaking: () => void powerMonitor.emit('resume'),
  });
  const servePage = (): void => {
    serveAppFiles(join(outFolder, 'renderer'), respondWith(app.looking));
    serveWindow(
      createHandlers({
        app,
        diagnostics: {
          ...diagnostics,
          text: async () =>
            diagnosticsText(app.view(), await diagnostics.read(), { now: clock.now(), home: homedir() }),
        },
        about: {
          versions: {
            taskbell: electron.getVersion(),
            electron: process.versions.electron,
            chromium: process.versions.chrome,
            node: process.versions.node,
          },
        },
        licences: () => licenceTexts(electron.isPackaged ? process.resourcesPath : outFolder),
        copyText: (text) => desktop.ports.clipboard.write(text),
        files: moveFiles,
        chosenFiles: createChosenFiles(),
        hideWindow: () => {
          desktop.window.hide();
          store.saveSetting('hiding-explained', 'true');
        },
        newsSaid: (id) => desktop.window.noteSaid(id),
      }),
      createMessageRates(clock),
      devUrl === undefined ? appOrigin : new URL(devUrl).origin,
      (error) => log(`window request failed: ${String(error)}`),
    );
  };
  app.subscribe((patch) => desktop.window.send('watchlist:patched', patch));
  // A session that ends and a service manager that stops us are as good a reason to end in order as "Quit".
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => electron.quit());
  powerMonitor.on('shutdown', () => electron.quit());
  electron.on('activate', () => app.open());
  electron.on('before-quit', () => desktop.window.letGo());
  electron.once('will-quit', (event) => {
    event.preventDefault();
    app.stop();
    watchlist.release();
    absence?.stop();
    desktop.close();
    systemBus?.close();
    const closed = Promise.all(controls.map((one) => one.close()));
    void Promise.all([vault.letGo(), closed]).then(([free]) => {
      app.installUpdate();
      // Leaving in order waits for every thread, and a keyring that does not answer keeps one for ever.
      if (free) electron.exit(0);
      else process.kill(process.pid, 'SIGKILL');
    });
  });
  // Which program a link belongs to is the desktop file's business on Linux; from a checkout nobody asked for it.
  if (electron.isPackaged && process.platform !== 'linux') electron.setAsDefaultProtocolClient('taskbell');
  const staysHidden = hidden || wasStartedAtLogin(process.platform);
  const absence = staysHidden ? createTrayAbsence({ clock, store, ...desktop.ports }) : null;
  if (link !== null) app.openLink(link);
  else if (!staysHidden) app.open();
  return { app, diagnostics };
};

const command = commandFrom(process.argv, electron.isPackaged);
void (command === null ? runAsApp().catch(sayWhyNotStarted) : runAsCommand(command));
