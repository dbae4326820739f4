import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createControlHandlers } from '../electron/cli/control-handlers.ts';
import { controlDependencies } from './fakes/control-dependencies.ts';
import { listedAtStart } from '../electron/platform/sqlite-listed.ts';
import { createSqliteStore } from '../electron/platform/sqlite-store.ts';
import { gatewayOf, recordedOf, reportOf, sampleStart, taskOf } from './fakes/stored-samples.ts';
import { startWholeApp, type WholeApp } from './fakes/whole-app.ts';

let folder = '';
let whole: WholeApp;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-older-'));
  const file = join(folder, 'taskbell.sqlite');
  const store = createSqliteStore(file);
  store.saveGateway(gatewayOf());
  const ids = Array.from({ length: listedAtStart + 2 }, (_, index) => `old-${String(index)}`);
  store.addTasks(
    ids.map((id, index) => taskOf({ id, remoteId: `remote-${id}`, addedAt: sampleStart + index })),
  );
  ids.forEach((id, index) =>
    store.record(
      recordedOf({
        taskId: id,
        report: reportOf({ phase: 'succeeded', title: `Lighthouse ${String(index)}` }),
        finishedAt: sampleStart + index,
      }),
    ),
  );
  store.close();
  whole = startWholeApp({ file });
});
afterEach(() => {
  whole.app.stop();
  rmSync(folder, { recursive: true });
});

const listed = (id: string): boolean => whole.app.view().tasks.some((task) => task.id === id);

it('an ended task of long ago is listed once a search finds it, and counted until then', () => {
  expect(whole.app.view().status.olderTasks).toBe(2);
  expect(listed('old-0')).toBe(false);
  whole.app.tasks.search('lighthouse 0');
  expect(listed('old-0')).toBe(true);
  whole.app.tasks.search('remote-old-1');
  expect(whole.app.view().status.olderTasks).toBe(0);
});

it('an ended task of long ago that is watched again is recognised instead of refused', () => {
  expect(whole.app.tasks.watch('remote-old-1', null, 'window')).toEqual({
    ok: true,
    value: { added: [], alreadyWatched: ['old-1'] },
  });
  expect(listed('old-1')).toBe(true);
});

it('a command can mean an ended task of long ago, by either id', async () => {
  const handlers = createControlHandlers(controlDependencies(whole.app, whole.clock));
  const show = async (id: string) => handlers['task.show']({ id }, new AbortController().signal);
  expect(await show('remote-old-0')).toMatchObject({ ok: true, value: { task: { title: 'Lighthouse 0' } } });
  expect(await show('old-1')).toMatchObject({ ok: true, value: { task: { title: 'Lighthouse 1' } } });
  expect(await show('unknown')).toMatchObject({ ok: false });
});
