import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { RecordedReport } from '../electron/core/store-ports.ts';
import { StoreFailure } from '../electron/core/store-failure.ts';
import { isFinalPhase, type Phase } from '../electron/shared/task.ts';
import { createManualClock } from './fakes/manual-clock.ts';
import { createMemoryVault } from './fakes/memory-vault.ts';
import { createScriptedHttp, json, troubled } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const remoteIds = ['task_1', 'task_2', 'task_3', 'task_4', 'task_5'];

const named = (id: string) => ({ id, detail: { input: { prompt: id } } });

const answers = {
  queued: (id: string) => json({ ...named(id), status: 'queued' }),
  running: (id: string) => json({ ...named(id), status: 'processing' }),
  completed: (id: string) =>
    json({ ...named(id), status: 'completed', video_url: 'https://cdn.example.com/1.mp4' }),
  failed: (id: string) => json({ ...named(id), status: 'failed', error: 'upstream error' }),
  'not found': () => json({ code: 'task_not_exist', message: 'no such task' }, 400),
  'another task': () => json({ ...named('somebody_else'), status: 'completed' }),
  'too many requests': () => json({}, 429, { 'retry-after': '20' }),
  refused: () => json({ error: { message: 'invalid key' } }, 401),
  'server error': () => json({}, 500),
  'no network': () => troubled('no-network'),
  silence: () => troubled('timed-out'),
};
type Answer = keyof typeof answers;

/** What the user, the desktop, the gateway and the machine do, over several lives of the app. */
const createWorld = (file: string) => {
  const common = { clock: createManualClock(), http: createScriptedHttp(), vault: createMemoryVault(), file };
  const recorded: RecordedReport[] = [];
  const told: string[] = [];
  const state = { diskFull: false, notifierWorks: true };

  const live = (): WholeApp => {
    const life = startWholeApp({
      ...common,
      store: (real) => ({
        ...real,
        record: (report) => {
          if (state.diskFull) throw new StoreFailure('The watchlist could not be saved: disk full.');
          real.record(report);
          recorded.push(report);
        },
      }),
    });
    life.desktop.notifierTrouble = state.notifierWorks ? null : 'no-answer';
    return life;
  };
  let life = live();

  const end = (): void => {
    // The title of each task is its id, so a notice or a digest names the tasks that it tells of.
    for (const { body } of life.desktop.standing()) told.push(...(body.match(/task_\d/g) ?? []));
    life.app.stop();
  };

  return {
    ...common,
    recorded,
    told,
    app: () => life.app,
    addGateway: () => addGateway(life),
    answer: (id: string, answer: Answer) => common.http.answer(id, answers[answer](id)),
    setNotifier: (works: boolean) => {
      state.notifierWorks = works;
      life.desktop.notifierTrouble = works ? null : 'no-answer';
    },
    setDoNotDisturb: (on: boolean) => life.desktop.setDoNotDisturb(on),
    setDisk: (full: boolean) => void (state.diskFull = full),
    restart: async (closedForMs: number) => {
      end();
      await common.clock.advance(1 + closedForMs);
      life = live();
    },
    end,
  };
};
type World = ReturnType<typeof createWorld>;
type Step = (world: World) => Promise<void> | void;

const whileMs = fc.integer({ min: 1, max: 3 * minuteMs });
const remoteId = fc.constantFrom(...remoteIds);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: remoteId.map(
      (id): Step =>
        (world) =>
          void world.app().tasks.watch(id, null, 'window'),
    ),
  },
  {
    weight: 6,
    arbitrary: fc.tuple(remoteId, fc.constantFrom(...(Object.keys(answers) as Answer[]))).map(
      ([id, answer]): Step =>
        (world) =>
          world.answer(id, answer),
    ),
  },
  {
    weight: 6,
    arbitrary: whileMs.map(
      (ms): Step =>
        (world) =>
          world.clock.advance(ms),
    ),
  },
  {
    weight: 2,
    arbitrary: whileMs.map(
      (ms): Step =>
        (world) =>
          world.restart(ms),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.boolean().map(
      (works): Step =>
        (world) =>
          world.setNotifier(works),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (full): Step =>
        (world) =>
          world.setDisk(full),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (pause): Step =>
        (world) =>
          pause ? world.app().pause() : world.app().resume(),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('30-minutes', '2-hours', 'off').map(
      (choice): Step =>
        (world) =>
          choice === 'off' ? world.app().endQuiet() : world.app().quietFor(choice),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (disturbing): Step =>
        (world) =>
          world.setDoNotDisturb(disturbing),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Step>((world) =>
      world.app().tasks.check(
        world
          .app()
          .view()
          .tasks.map(({ id }) => id),
      ),
    ),
  },
);

/** In the end all is well again: every task that is still awaited ends, and there is time to tell. */
const settle = async (world: World, restarts: boolean): Promise<void> => {
  world.setNotifier(true);
  world.setDisk(false);
  for (const id of remoteIds) world.answer(id, 'completed');
  if (restarts) await world.restart(minuteMs);
  world.app().resume();
  world.app().endQuiet();
  world.setDoNotDisturb(false);
  const awaited = world
    .app()
    .view()
    .tasks.filter(({ phase }) => !isFinalPhase[phase]);
  world.app().tasks.check(awaited.map(({ id }) => id));
  await world.clock.advance(15 * minuteMs);
};

/** How often the task must have been told of, by the reports that were recorded of it: [least, most]. */
const expectedTellings = (phases: readonly Phase[]): readonly [number, number] => {
  let least = 0;
  let most = 0;
  for (const [index, phase] of phases.entries()) {
    const before = phases[index - 1];
    if (!isFinalPhase[phase] || phase === before) continue;
    most += 1;
    // At first sight an end is news only to someone who has been waiting for it.
    if (before !== undefined) least += 1;
  }
  return [least, most];
};

it('every end of an awaited task is told exactly once, and no task is ever dropped, whatever happens', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taskbell-once-'));
  let run = 0;
  try {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 5, maxLength: 40 }),
        fc.boolean(),
        async (steps, restarts) => {
          const world = createWorld(join(folder, `${String((run += 1))}.sqlite`));
          await world.addGateway();
          for (const id of remoteIds) world.answer(id, 'queued');
          const watched = new Set<string>();
          for (const one of steps) {
            await one(world);
            const listed = world
              .app()
              .view()
              .tasks.map((task) => task.remoteId);
            for (const id of watched) expect(listed).toContain(id);
            for (const id of listed) watched.add(id);
          }
          await settle(world, restarts);

          for (const task of world.app().view().tasks) {
            expect(isFinalPhase[task.phase], `${task.remoteId} is ${task.phase}`).toBe(true);
          }
          const tasks = world.app().view().tasks;
          world.end();
          for (const { id, remoteId } of tasks) {
            const phases = world.recorded
              .filter(({ taskId }) => taskId === id)
              .map(({ report }) => report.phase);
            const [least, most] = expectedTellings(phases);
            const times = world.told.filter((one) => one === remoteId).length;
            expect(times, `${remoteId}: ${phases.join(' ')}`).toBeGreaterThanOrEqual(least);
            expect(times, `${remoteId}: ${phases.join(' ')}`).toBeLessThanOrEqual(most);
          }
        },
      ),
      { numRuns: 120 },
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 30_000);
