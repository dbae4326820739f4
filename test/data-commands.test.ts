import { expect, it } from 'vitest';
import { createControlHandlers } from '../electron/cli/control-handlers.ts';
import { controlDependencies } from './fakes/control-dependencies.ts';
import { completed, running } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const signal = new AbortController().signal;

const withEnded = async () => {
  const whole = startWholeApp();
  await addGateway(whole);
  for (const id of ['task_1', 'task_2', 'task_3']) whole.http.answer(id, running(id, 0.5));
  whole.app.tasks.watch('task_1 task_2 task_3', null, 'window');
  await whole.clock.advance(minuteMs);
  whole.http.answer('task_1', completed('task_1'));
  whole.http.answer('task_2', completed('task_2'));
  await whole.clock.advance(5 * minuteMs);
  const handlers = createControlHandlers(controlDependencies(whole.app, whole.clock));
  return { ...whole, handlers };
};

it('removing what has ended leaves what runs, and can be undone whole', async () => {
  const { app } = await withEnded();
  const before = app.view().tasks;
  const removed = app.data.clearEnded();
  expect(removed).toHaveLength(2);
  expect(app.view().tasks.map(({ remoteId }) => remoteId)).toEqual(['task_3']);
  app.tasks.restore(removed);
  const byId = (one: { id: string }, other: { id: string }) => one.id.localeCompare(other.id);
  expect(app.view().tasks.toSorted(byId)).toEqual(before.toSorted(byId));
});

it('what was removed is in the bin for 30 days, and comes back by either id', async () => {
  const { app, clock, handlers } = await withEnded();
  app.data.clearEnded();
  app.pause();
  await clock.advance(29 * 24 * 60 * minuteMs);
  const bin = await handlers['data.bin']({}, signal);
  expect(bin).toMatchObject({ ok: true, value: [{ gateway: 'Studio', title: 'A paper boat' }, {}] });
  expect(await handlers['data.restore']({ id: 'task_1' }, signal)).toMatchObject({ ok: true });
  expect(app.view().tasks.map(({ remoteId }) => remoteId)).toContain('task_1');
  expect(await handlers['data.restore']({ id: 'task_1' }, signal)).toMatchObject({ ok: false });
  app.tasks.remove(app.view().tasks.map(({ id }) => id));
  await clock.advance(31 * 24 * 60 * minuteMs);
  app.data.tidy();
  expect(app.data.bin()).toEqual([]);
});
