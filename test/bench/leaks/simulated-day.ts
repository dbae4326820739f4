import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createScriptedGateway, idOf } from '../../crash/scripted-gateway.ts';
import { createManualClock } from '../../fakes/manual-clock.ts';
import { createScriptedHttp } from '../../fakes/scripted-http.ts';
import { key, startWholeApp } from '../../fakes/whole-app.ts';
import { collectGarbage } from '../scheduler/collect-garbage.ts';

/** What the app holds at the end of an hour. */
export interface Held {
  readonly hour: number;
  readonly heapMb: number;
  readonly timers: number;
  readonly handles: number;
  readonly databaseMb: number;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** An hour for the app: so many tasks come, run for 5 to 20 minutes, end, and are removed. */
export const simulateDays = async (tasksAnHour: number, hours: number): Promise<readonly Held[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'taskbell-leaks-'));
  const file = join(folder, 'taskbell.sqlite');
  const clock = createManualClock();
  const http = { ...createScriptedHttp(), ...createScriptedGateway(() => clock.now()) };
  const { app, desktop } = startWholeApp({ clock, http, file });
  const added = await app.gateways.add({
    name: 'Studio',
    baseUrl: 'https://api.example.com',
    dialect: 'relay',
    allowPlainHttp: false,
    saving: 'as-set',
    requestsPerSecond: 100,
    key,
  });
  if (!added.ok) throw new Error(added.trouble);
  const held: Held[] = [];
  let next = 0;
  const oneHour = async (hour: number): Promise<void> => {
    const ids = Array.from({ length: tasksAnHour }, () => {
      next += 1;
      const startsAt = clock.now() + 10_000;
      const endsAt = startsAt + (5 + (next % 16)) * 60_000;
      return idOf(next, { startsAt, endsAt, end: next % 9 === 0 ? 'failed' : 'completed' });
    });
    const watched = app.tasks.watch(ids.join('\n'), added.value.id, 'command-line');
    if (!watched.ok) throw new Error(watched.trouble);
    await clock.advance(hourMs);
    app.data.clearEnded();
    await clock.advance(2000);
    // The fakes remember what they were told, which is no leak of the app.
    desktop.notices.length = 0;
    desktop.trayViews.length = 0;
    http.requests.length = 0;
    collectGarbage();
    held.push({
      hour,
      heapMb: process.memoryUsage().heapUsed / 1e6,
      timers: clock.pending(),
      handles: process.getActiveResourcesInfo().length,
      databaseMb: statSync(file).size / 1e6,
    });
  };
  for (let hour = 1; hour <= hours; hour += 1) await oneHour(hour);
  // What was removed is kept for 30 days. After that its place in the file is used again.
  await clock.advance(32 * dayMs);
  for (let hour = hours + 1; hour <= 2 * hours; hour += 1) await oneHour(hour);
  app.stop();
  rmSync(folder, { recursive: true, force: true });
  return held;
};
