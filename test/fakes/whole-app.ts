import { createApp, type App } from '../../electron/app.ts';
import type { ResultFiles } from '../../electron/core/saving-ports.ts';
import type { TaskStore } from '../../electron/core/store-ports.ts';
import { describedDialects } from '../../electron/dialects/custom-described.ts';
import { detectDialect, testOutcome } from '../../electron/dialects/detect.ts';
import { dialectNamed, knownDialects } from '../../electron/dialects/registry.ts';
import { createSqliteStore } from '../../electron/platform/sqlite-store.ts';
import type { Language } from '../../electron/shared/language/languages.ts';
import type { TaskEntry } from '../../electron/shared/watchlist-view.ts';
import { createManualClock, type ManualClock } from './manual-clock.ts';
import { createManualMachine, type ManualMachine } from './manual-machine.ts';
import { createMemoryKeyFile, type MemoryKeyFile } from './memory-key-file.ts';
import { createMemoryVault, type MemoryVault } from './memory-vault.ts';
import type { FakeUpdates } from './fake-updates.ts';
import type { RecordingFiles } from './recording-files.ts';
import { createRecordingDesktop, type RecordingDesktop } from './recording-desktop.ts';
import type { RecordingWebhooks } from './recording-webhooks.ts';
import { createScriptedHttp, type ScriptedHttp } from './scripted-http.ts';

export interface WholeApp {
  readonly app: App;
  readonly clock: ManualClock;
  readonly http: ScriptedHttp;
  readonly vault: MemoryVault;
  readonly keyFile: MemoryKeyFile;
  readonly desktop: RecordingDesktop;
  readonly machine: ManualMachine;
  readonly webhooks: RecordingWebhooks;
  readonly files: RecordingFiles;
  /** The one task of the list. */
  onlyTask(): TaskEntry;
}

export interface Surroundings {
  readonly updates?: FakeUpdates;
  readonly clock?: ManualClock;
  readonly http?: ScriptedHttp;
  readonly vault?: MemoryVault;
  readonly keyFile?: MemoryKeyFile;
  readonly machine?: ManualMachine;
  readonly webhooks?: RecordingWebhooks;
  readonly file?: string;
  readonly systemLanguage?: Language;
  /** In place of the recording ones. */
  readonly resultFiles?: ResultFiles;
  readonly store?: (real: TaskStore) => TaskStore;
  readonly beforeStart?: (desktop: RecordingDesktop) => void;
}

export const key = 'sk-test-0123456789abcdef';

/** The app on fakes, with the real store. What is handed in outlives a run, so that a test can restart. */
export const startWholeApp = (surroundings: Surroundings = {}): WholeApp => {
  const {
    clock = createManualClock(),
    http = createScriptedHttp(),
    vault = createMemoryVault(),
    keyFile = createMemoryKeyFile(),
    machine = createManualMachine(),
  } = surroundings;
  const desktop = createRecordingDesktop();
  const webhooks = surroundings.webhooks ?? desktop.ports.webhooks;
  const real = createSqliteStore(surroundings.file ?? ':memory:');
  let nextId = 0;
  const run = String(clock.now());
  const app = createApp({
    clock,
    random: () => 0.5,
    makeId: () => `${run}-${String((nextId += 1))}`,
    store: surroundings.store?.(real) ?? real,
    vault,
    keyFile,
    http,
    ...desktop.ports,
    webhooks,
    updates: surroundings.updates ?? desktop.ports.updates,
    ...(surroundings.resultFiles === undefined ? {} : { resultFiles: surroundings.resultFiles }),
    systemLanguage: surroundings.systemLanguage ?? 'en',
    machine,
    dialectNamed,
    knownDialects,
    describedDialects,
    dialectAtHost: (baseUrl) => detectDialect(baseUrl, null),
    testOutcome,
    quit: () => undefined,
  });
  surroundings.beforeStart?.(desktop);
  app.start();
  const onlyTask = (): TaskEntry => {
    const [task, ...others] = app.view().tasks;
    if (task === undefined || others.length > 0) throw new Error('There is not exactly one task.');
    return task;
  };
  return { app, clock, http, vault, keyFile, desktop, machine, webhooks, files: desktop.files, onlyTask };
};

export const addGateway = async (
  { app }: Pick<WholeApp, 'app'>,
  name = 'Studio',
  baseUrl = 'https://api.example.com',
): Promise<string> => {
  const added = await app.gateways.add({
    name,
    baseUrl,
    dialect: 'relay',
    allowPlainHttp: false,
    requestsPerSecond: null,
    saving: 'as-set',
    key,
  });
  if (!added.ok) throw new Error(`The gateway was refused: ${added.trouble}`);
  return added.value.id;
};
