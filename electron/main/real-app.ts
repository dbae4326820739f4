import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app as electron } from 'electron';
import { createApp, type App } from '../app.ts';
import { lazyDemoHost } from '../core/lazy-demo.ts';
import { lazyHttp, lazyWebhooks } from '../core/lazy-http.ts';
import { describedDialects } from '../dialects/custom-described.ts';
import { detectDialect, testOutcome } from '../dialects/detect.ts';
import { dialectNamed, knownDialects } from '../dialects/registry.ts';
import type { Desktop } from '../platform/desktop.ts';
import { createElectronResultFiles } from '../platform/electron-result-files.ts';
import { createKeyFile } from '../platform/key-file.ts';
import { createLazyLooking, type LazyLooking } from '../platform/lazy-looking.ts';
import { nodeHmac } from '../platform/node-hmac.ts';
import type { OwnedWatchlist } from '../platform/owned-watchlist.ts';
import { createUpdates } from '../platform/package-updates.ts';
import { createSessionFetch } from '../platform/session-fetch.ts';
import { createSpawnedCommands } from '../platform/spawned-commands.ts';
import { unpacked } from '../platform/unpacked.ts';
import type { Beginnings } from './start-app.ts';

export interface RealAppDependencies extends Beginnings {
  readonly watchlist: OwnedWatchlist;
  readonly desktop: Desktop;
  /** Where the build has put all that runs. */
  readonly outFolder: string;
}

/** The app on the real adapters. */
export const createRealApp = (
  dependencies: RealAppDependencies,
): { readonly app: App } & Pick<LazyLooking, 'respondWith'> => {
  const { folder, systemLanguage, watchlist, desktop, outFolder, vault, log, clock, begun } = dependencies;
  const { resultViews, pictureShelf, respondWith } = createLazyLooking(join(folder, 'pictures'));
  const app = createApp({
    clock,
    random: Math.random,
    makeId: randomUUID,
    store: watchlist.store,
    storeNotice: watchlist.notice,
    systemLanguage,
    vault,
    keyFile: createKeyFile(join(folder, 'keys.taskbell'), clock),
    http: lazyHttp(async () =>
      (await import('../platform/axios-http.ts')).createAxiosHttp(createSessionFetch()),
    ),
    webhooks: lazyWebhooks(async () =>
      (await import('../platform/axios-webhooks.ts')).createAxiosWebhooks(createSessionFetch()),
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
      (await import('../platform/demo-host.ts')).createDemoHost({
        clock,
        videoFile: unpacked(join(outFolder, 'demo.webm')),
        openFile: async (path) => (await import('../platform/opened-files.ts')).openInProgram(path),
      }),
    ),
    updates: createUpdates(log),
    quit: () => electron.quit(),
  });
  return { app, respondWith };
};
