import { homedir } from 'node:os';
import { join } from 'node:path';
import { app as electron } from 'electron';
import type { App } from '../app.ts';
import { diagnosticsText } from '../cli/diagnostics-text.ts';
import type { Clock, Log } from '../core/ports.ts';
import type { TaskStore } from '../core/store-ports.ts';
import { createHandlers } from '../ipc/handlers.ts';
import { createMessageRates } from '../ipc/message-rates.ts';
import { serveWindow } from '../ipc/server.ts';
import { appOrigin, serveAppFiles } from '../platform/app-protocol.ts';
import { createChosenFiles } from '../platform/chosen-files.ts';
import type { Desktop } from '../platform/desktop.ts';
import type { DiagnosticsReader } from '../platform/diagnostics.ts';
import type { LazyLooking } from '../platform/lazy-looking.ts';
import { licenceTexts } from '../platform/licence-texts.ts';
import { moveFiles } from '../platform/move-files.ts';

export interface ServedApp extends Pick<LazyLooking, 'respondWith'> {
  readonly app: App;
  readonly diagnostics: DiagnosticsReader;
  readonly desktop: Desktop;
  readonly store: Pick<TaskStore, 'saveSetting'>;
  readonly clock: Clock;
  readonly log: Log;
  readonly outFolder: string;
  /** Where the page comes from while it is worked on. */
  readonly devUrl: string | undefined;
}

/** Answers the window: its files, and what its page asks for. */
export const serveApp = (served: ServedApp): void => {
  const { app, diagnostics, desktop, store, clock, log, outFolder, devUrl, respondWith } = served;
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
