import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { openKeptStore } from '../../electron/platform/store-kept.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createMemoryVault } from '../fakes/memory-vault.ts';
import { completed, createScriptedHttp, running } from '../fakes/scripted-http.ts';
import { addGateway, startWholeApp } from '../fakes/whole-app.ts';

/** One task that ends while its disk fails, and is well again; then another start. Prints what a user saw. */
const [folder = '', fault = ''] = process.argv.slice(2);
const file = join(folder, 'taskbell.sqlite');
const minuteMs = 60_000;
const common = { clock: createManualClock(), vault: createMemoryVault(), http: createScriptedHttp() };

const live = () => {
  const kept = openKeptStore({
    file,
    clock: common.clock,
    log: () => undefined,
    onFolderMadeAnew: () => undefined,
  });
  return { ...startWholeApp({ ...common, store: () => kept.store }), notice: kept.notice };
};

const filling = join(folder, 'filling');
const faultFile = process.env['TASKBELL_FAULT'] ?? '';

const fill = (): void => {
  const handle = openSync(filling, 'w');
  const bytes = Buffer.alloc(4096, 'x');
  try {
    for (;;) writeSync(handle, bytes);
  } catch {
    closeSync(handle);
  }
};

const begin = (): void => {
  if (fault === 'full') fill();
  else if (fault === 'deleted') rmSync(folder, { recursive: true });
  else writeFileSync(faultFile, fault);
};
const end = (): void => {
  if (fault === 'full') rmSync(filling);
  else if (fault !== 'deleted') rmSync(faultFile);
};

const seen = ({ app, desktop }: ReturnType<typeof live>) => ({
  phases: app.view().tasks.map(({ phase }) => phase),
  trouble: app.view().status.storeTrouble,
  notices: desktop.notices.map(({ title }) => title),
});

const runThroughFault = async (): Promise<void> => {
  const first = live();
  await addGateway(first);
  common.http.answer('task_1', running('task_1', 0.5));
  first.app.tasks.watch('task_1', null, 'window');
  await common.clock.advance(minuteMs);
  begin();
  common.http.answer('task_1', completed('task_1'));
  await common.clock.advance(3 * minuteMs);
  const during = seen(first);
  end();
  await common.clock.advance(3 * minuteMs);
  const after = seen(first);
  first.app.stop();
  const second = live();
  await common.clock.advance(30 * minuteMs);
  const next = { ...seen(second), notice: second.notice };
  second.app.stop();
  process.stdout.write(JSON.stringify({ during, after, next }));
};

/** The folder can be read and not written from the start. */
const startReadOnly = async (): Promise<void> => {
  const first = live();
  await addGateway(first);
  common.http.answer('task_1', running('task_1', 0.5));
  first.app.tasks.watch('task_1', null, 'window');
  await common.clock.advance(minuteMs);
  first.app.stop();
  execFileSync('mount', ['-o', 'remount,ro', folder]);
  common.http.answer('task_1', completed('task_1'));
  const second = live();
  await common.clock.advance(3 * minuteMs);
  const during = { ...seen(second), notice: second.notice };
  second.app.stop();
  execFileSync('mount', ['-o', 'remount,rw', folder]);
  const third = live();
  await common.clock.advance(3 * minuteMs);
  const after = { ...seen(third), notice: third.notice };
  third.app.stop();
  process.stdout.write(JSON.stringify({ during, after }));
};

await (fault === 'read-only' ? startReadOnly() : runThroughFault());
