import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDataMoves } from '../electron/ipc/data-moves.ts';
import { moveFiles } from '../electron/platform/move-files.ts';
import { defaultHookSettings, type HookSettings } from '../electron/shared/hooks.ts';
import { createManualClock } from './fakes/manual-clock.ts';
import { createMemoryVault } from './fakes/memory-vault.ts';
import { savedAs } from './fakes/recording-files.ts';
import { completed, createScriptedHttp, failedTask, running } from './fakes/scripted-http.ts';
import { addGateway, key, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
const settings: HookSettings = {
  hooks: {
    success: { on: true, program: 'unmistakable-program', args: ['unmistakable argument'] },
    failure: { on: true, program: 'weep', args: [] },
  },
  longestMs: 60_000,
};

let folder: string;
let world: Parameters<typeof startWholeApp>[0] & { http: ReturnType<typeof createScriptedHttp> };
let life: WholeApp;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-hooks-'));
  world = {
    clock: createManualClock(new Date(2026, 0, 5, 15, 0).getTime()),
    http: createScriptedHttp(),
    vault: createMemoryVault(),
    file: join(folder, 'taskbell.sqlite'),
  };
  life = startWholeApp(world);
  await addGateway(life);
  life.app.hooks.choose(settings);
});
afterEach(() => {
  life.app.stop();
  rmSync(folder, { recursive: true });
});

const watch = async (id: string): Promise<void> => {
  world.http.answer(id, running(id, 0.5));
  life.app.tasks.watch(id, null, 'window');
  await life.clock.advance(5000);
};

const becomes = async (id: string, answer: ReturnType<typeof completed>): Promise<void> => {
  world.http.answer(id, answer);
  life.app.tasks.check(life.app.view().tasks.map((task) => task.id));
  await life.clock.advance(5000);
};

const programs = () => life.desktop.commands.started.map(({ program }) => program);

describe('a command of the user’s own', () => {
  it('runs once for an ending, without the key, and the task knows what became of it', async () => {
    await watch('task_1');
    await becomes('task_1', completed('task_1'));
    await becomes('task_1', completed('task_1'));
    expect(programs()).toEqual(['unmistakable-program']);
    expect(life.desktop.commands.started[0]?.environment).toMatchObject({
      TASKBELL_REMOTE_ID: 'task_1',
      TASKBELL_PHASE: 'succeeded',
      TASKBELL_GATEWAY: 'Studio',
    });
    expect(JSON.stringify(life.desktop.commands.started)).not.toContain(key);
    life.desktop.commands.finish(0, { exitCode: 1, output: 'no paper' });
    await life.clock.advance(0);
    const { id } = life.onlyTask();
    expect(life.app.hooks.runOf(id)).toMatchObject({ state: 'ended', exitCode: 1, output: 'no paper' });
  });

  it('runs in quiet hours and for muted tasks: it disturbs nobody', async () => {
    await watch('task_1');
    life.app.quietFor('2-hours');
    life.app.setMuted([life.onlyTask().id], true);
    await becomes('task_1', failedTask('task_1'));
    expect(life.desktop.notices).toEqual([]);
    expect(programs()).toEqual(['weep']);
  });

  it('does not run again after a restart, not even when the news is still to be told', async () => {
    await watch('task_1');
    life.app.quietFor('2-hours');
    await becomes('task_1', completed('task_1'));
    life.app.stop();
    life = startWholeApp(world);
    await life.clock.advance(3 * 60 * minuteMs);
    expect(life.desktop.notices).not.toEqual([]);
    expect(programs()).toEqual([]);
    expect(life.app.hooks.read()).toEqual(settings);
  });

  it('does not run for what had ended before it was watched', async () => {
    world.http.answer('task_1', completed('task_1'));
    life.app.tasks.watch('task_1', null, 'window');
    await life.clock.advance(5000);
    expect(life.onlyTask().phase).toBe('succeeded');
    expect(programs()).toEqual([]);
  });

  it('waits for the video when every video is saved, and is told of the file', async () => {
    const { results } = life.app;
    await results.configure({ ...results.settings(), on: true, folder: '/videos' });
    await watch('task_1');
    await becomes('task_1', completed('task_1'));
    expect(programs()).toEqual([]);
    life.files.finish(0, savedAs('/videos/boat.mp4'));
    await life.clock.advance(0);
    expect(life.desktop.commands.started.map(({ environment }) => environment['TASKBELL_FILE'])).toEqual([
      '/videos/boat.mp4',
    ]);
  });

  it('is in no export, and a file that is imported cannot set one', async () => {
    await watch('task_1');
    let text = '';
    const pieces = life.app.data.exported('json');
    let isDone = false;
    void (async () => {
      for await (const piece of pieces) text += piece;
      isDone = true;
    })();
    const done = (): boolean => isDone;
    while (!done()) await life.clock.advance(1);
    expect(text).toContain('task_1');
    expect(text).not.toContain('unmistakable');

    const other = startWholeApp();
    const file = join(folder, 'evil.json');
    const evil = { ...(JSON.parse(text) as object), hooks: settings, settings: { hooks: settings } };
    writeFileSync(file, JSON.stringify(evil));
    await createDataMoves(other.app, moveFiles).importFrom(file);
    expect(other.app.hooks.read()).toEqual(defaultHookSettings);
    other.app.stop();
  });
});
