import { expect, it } from 'vitest';
import { createManualClock, type ManualClock } from './fakes/manual-clock.ts';
import { createScriptedHttp, running } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp } from './fakes/whole-app.ts';

/** Real time goes on while it is looked at; a microsecond from one look to the next. */
const movingClock = (): ManualClock => {
  const clock = createManualClock();
  let looks = 0;
  return { ...clock, steady: () => clock.steady() + (looks += 0.001) };
};

it('checks start when they are due on a clock that moves from one look to the next', async () => {
  const http = createScriptedHttp();
  http.answer('task_1', running('task_1', 0.5));
  const { app, clock } = startWholeApp({ clock: movingClock(), http });
  await addGateway({ app });
  app.tasks.watch('task_1', null, 'window');
  await clock.advance(5_000);
  expect(http.requests).toHaveLength(1);
  await clock.advance(60_000);
  expect(http.requests.length).toBeGreaterThan(4);
  app.stop();
});
