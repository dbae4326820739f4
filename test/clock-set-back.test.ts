import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createManualClock } from './fakes/manual-clock.ts';
import { createMemoryVault } from './fakes/memory-vault.ts';
import { completed, createScriptedHttp, running } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

it.each([
  ['back by two days', -2 * dayMs],
  ['back by a minute', -minuteMs],
  ['forward by two days', 2 * dayMs],
])(
  'a clock set %s while a task runs: its end is told once, and its history keeps its order',
  async (_how, by) => {
    const folder = mkdtempSync(join(tmpdir(), 'taskbell-clock-'));
    const manual = createManualClock();
    let setBy = 0;
    const clock = { ...manual, now: () => manual.now() + setBy };
    const common = {
      clock,
      http: createScriptedHttp(),
      vault: createMemoryVault(),
      file: join(folder, 'x.sqlite'),
    };
    const first = startWholeApp(common);
    await addGateway(first);
    common.http.answer('task_1', running('task_1', 0.5));
    first.app.tasks.watch('task_1', null, 'window');
    await clock.advance(2 * minuteMs);
    setBy = by;
    await clock.advance(5 * minuteMs);
    common.http.answer('task_1', completed('task_1'));
    await clock.advance(15 * minuteMs);
    expect(first.desktop.notices.map(({ title }) => title)).toEqual(['Video ready']);
    const { id } = first.onlyTask();
    expect(first.app.tasks.history(id).map(({ kind, phase }) => phase ?? kind)).toEqual([
      'added',
      'running',
      'succeeded',
      'told',
    ]);
    first.app.stop();
    const second = startWholeApp(common);
    await clock.advance(30 * minuteMs);
    expect(second.desktop.notices).toEqual([]);
    second.app.stop();
    rmSync(folder, { recursive: true });
  },
);
