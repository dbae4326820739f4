import { expect, it } from 'vitest';
import type { StoredSave } from '../../electron/core/store-ports.ts';
import { createSqliteStore } from '../../electron/platform/sqlite-store.ts';
import { gatewayOf, sampleStart, taskOf } from '../fakes/stored-samples.ts';

const save: StoredSave = {
  taskId: 'task-1',
  kind: 'video',
  folder: '/videos',
  name: 'A paper boat',
  state: 'unfinished',
  trouble: 'no-folder',
  validator: '"v1"',
  totalBytes: 6_000_000_000,
  path: null,
  bytes: 0,
};

const storeWithSave = () => {
  const store = createSqliteStore(':memory:');
  store.saveGateway(gatewayOf());
  store.addTasks([taskOf(), taskOf({ id: 'task-2', remoteId: 'other' })]);
  store.putSave(save);
  return store;
};

it('a save is kept whole, and what changes of it takes its place', () => {
  const store = storeWithSave();
  expect(store.saves()).toEqual([save]);
  const saved: StoredSave = { ...save, state: 'saved', trouble: null, path: '/videos/a.mp4', bytes: 6e9 };
  store.putSave({ ...save, taskId: 'task-2' });
  store.putSave(saved);
  expect(store.saves()).toEqual([saved, { ...save, taskId: 'task-2' }]);
  store.dropSave('task-2', 'video');
  expect(store.saves()).toEqual([saved]);
  store.close();
});

it('what is saved beside a video is kept apart from it, and goes with the task too', () => {
  const store = storeWithSave();
  const thumbnail: StoredSave = { ...save, kind: 'thumbnail', state: 'failed', trouble: 'gone' };
  store.putSave(thumbnail);
  expect(store.saves()).toEqual([save, thumbnail]);
  store.dropSave('task-1', 'thumbnail');
  expect(store.saves()).toEqual([save]);
  store.putSave(thumbnail);
  store.removeTasks(['task-1'], sampleStart);
  store.forgetRemoved(sampleStart + 31 * 24 * 3_600_000);
  expect(store.saves()).toEqual([]);
  store.close();
});

it('a save stays while its task can be restored, and goes with it', () => {
  const store = storeWithSave();
  store.removeTasks(['task-1'], sampleStart);
  expect(store.saves()).toHaveLength(1);
  store.forgetRemoved(sampleStart + 31 * 24 * 3_600_000);
  expect(store.saves()).toEqual([]);
  store.close();
});
