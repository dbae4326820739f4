import { beforeEach, describe, expect, it } from 'vitest';
import type { AnnouncementKind } from '../../electron/core/announcement.ts';
import { createHookRuns, type HookRuns } from '../../electron/core/hook-runs.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import { defaultHookSettings, type HookSettings } from '../../electron/shared/hooks.ts';
import type { TaskSave } from '../../electron/shared/saving.ts';
import type { TaskEntry } from '../../electron/shared/watchlist-view.ts';
import { createManualClock, settled, type ManualClock } from '../fakes/manual-clock.ts';
import { createRecordingCommands, type RecordingCommands } from '../fakes/recording-commands.ts';
import { taskEntry } from '../renderer/view-samples.ts';

const success = { on: true, program: 'say', args: ['it is', '"ready"'] };
const failure = { on: true, program: 'weep', args: [] };
const both: HookSettings = { hooks: { success, failure }, longestMs: 60_000 };

let clock: ManualClock;
let commands: RecordingCommands;
let hooks: HookRuns;
let stored: string | null;
let readable: boolean;
let saving: boolean;
let entries: Map<string, TaskEntry>;
let changed: string[];

beforeEach(() => {
  clock = createManualClock();
  commands = createRecordingCommands();
  stored = null;
  readable = true;
  saving = false;
  changed = [];
  entries = new Map([['task-1', taskEntry({ id: 'task-1', phase: 'succeeded', title: 'A paper boat' })]]);
  hooks = createHookRuns({
    clock,
    store: {
      setting: () => {
        if (!readable) throw new StoreFailure('The disk is gone.');
        return stored;
      },
      saveSetting: (_name, value) => {
        stored = value;
      },
    },
    commands: commands.port,
    entry: (taskId) => entries.get(taskId) ?? null,
    isBeingSaved: () => saving,
    onChanged: (taskId) => void changed.push(taskId),
  });
});

const end = (kind: AnnouncementKind, taskId = 'task-1'): void =>
  hooks.ended({ id: `${taskId}-${kind}`, taskId, kind, decidedAt: clock.now() });

const put = (given: Partial<TaskEntry> & { readonly id: string }): void =>
  void entries.set(given.id, taskEntry(given));

describe('what the user wants to run', () => {
  it('is nothing at first', () => {
    expect(hooks.read()).toEqual(defaultHookSettings);
    end('succeeded');
    end('failed');
    expect(commands.started).toEqual([]);
    expect(hooks.runOf('task-1')).toBeNull();
  });

  it('is nothing when what is stored is not whole', () => {
    for (const text of [
      '{',
      '3',
      '{"hooks":{}}',
      '{"longestMs":1,"hooks":{"success":{"on":true,"program":"say"}}}',
    ]) {
      stored = text;
      expect(hooks.read()).toEqual(defaultHookSettings);
    }
  });

  it('is refused without a program, with a null character and with a time that is no time', () => {
    const withSuccess = (changes: Partial<typeof success>): HookSettings => ({
      ...both,
      hooks: { failure, success: { ...success, ...changes } },
    });
    expect(hooks.choose(withSuccess({ program: ' ' }))).toMatchObject({ trouble: 'program-missing' });
    expect(hooks.choose(withSuccess({ args: ['a\0b'] }))).toMatchObject({ trouble: 'not-text' });
    expect(hooks.choose({ ...both, longestMs: 0 })).toMatchObject({ trouble: 'time' });
    expect(stored).toBeNull();
    expect(hooks.choose(withSuccess({ on: false, program: '' })).ok).toBe(true);
  });
});

describe('an ending that is news', () => {
  beforeEach(() => void hooks.choose(both));

  it.each([
    ['succeeded', 'say'],
    ['failed', 'weep'],
    ['cancelled', 'weep'],
    ['lost', 'weep'],
  ] as const)('runs for %s the program %s', (kind, program) => {
    end(kind);
    expect(commands.started.map((command) => command.program)).toEqual([program]);
  });

  it.each(['link-expiring', 'unanswered'] as const)('is none when it is %s', (kind) => {
    end(kind);
    expect(commands.started).toEqual([]);
  });

  it('hands over the task in the environment and leaves the arguments as they were entered', () => {
    put({
      id: 'task-1',
      remoteId: 'sora/1',
      phase: 'succeeded',
      title: '$(reboot)\n\0; rm',
      gatewayName: 'Studio',
      model: null,
      links: [
        { kind: 'thumbnail', url: 'https://a.example.com/t.png', needsKey: false, expiresAt: null },
        { kind: 'video', url: 'https://a.example.com/v.mp4?sig=1', needsKey: false, expiresAt: null },
      ],
    });
    end('succeeded');
    expect(commands.started).toEqual([
      {
        program: 'say',
        args: ['it is', '"ready"'],
        environment: {
          TASKBELL_TASK_ID: 'task-1',
          TASKBELL_REMOTE_ID: 'sora/1',
          TASKBELL_PHASE: 'succeeded',
          TASKBELL_TITLE: '$(reboot)\n; rm',
          TASKBELL_GATEWAY: 'Studio',
          TASKBELL_MODEL: '',
          TASKBELL_LINK: 'https://a.example.com/v.mp4?sig=1',
          TASKBELL_FILE: '',
        },
      },
    ]);
  });

  it('hands over no link that needs the key, and no half of a long text', () => {
    put({
      id: 'task-1',
      title: 'x'.repeat(40_000),
      links: [{ kind: 'video', url: 'https://api.example.com/v', needsKey: true, expiresAt: null }],
    });
    end('succeeded');
    expect(commands.started[0]?.environment).toMatchObject({ TASKBELL_LINK: '', TASKBELL_TITLE: '' });
  });

  it('runs nothing while the store cannot be read, and disturbs nobody', () => {
    readable = false;
    expect(() => end('succeeded')).not.toThrow();
    expect(commands.started).toEqual([]);
  });

  it('keeps what the command wrote and its exit code', async () => {
    end('succeeded');
    expect(hooks.runOf('task-1')).toMatchObject({ name: 'success', program: 'say', state: 'running' });
    commands.finish(0, { exitCode: 3, output: 'no paper' });
    await settled();
    expect(hooks.runOf('task-1')).toMatchObject({ state: 'ended', exitCode: 3, output: 'no paper' });
    expect(changed).toContain('task-1');
    expect(clock.pending()).toBe(0);
  });

  it('says when the program could not be started, and goes on', async () => {
    end('succeeded');
    commands.finish(0, null);
    await settled();
    expect(hooks.runOf('task-1')).toMatchObject({ state: 'not-started', exitCode: null });
  });

  it('runs four at once and the others after them', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      put({ id });
      end('failed', id);
    }
    expect(commands.started).toHaveLength(4);
    expect(hooks.runOf('e')?.state).toBe('waiting');
    commands.finish(2, { exitCode: 0, output: '' });
    await settled();
    expect(commands.started[4]?.environment).toMatchObject({ TASKBELL_TASK_ID: 'e' });
  });

  it('asks what takes too long to end, and ends it five seconds later', async () => {
    end('succeeded');
    await clock.advance(59_999);
    expect(commands.asked).toEqual([]);
    await clock.advance(1);
    expect([commands.asked, commands.killed]).toEqual([[0], []]);
    await clock.advance(5_000);
    expect(commands.killed).toEqual([0]);
    commands.finish(0, { exitCode: null, output: 'still at it' });
    await settled();
    expect(hooks.runOf('task-1')).toMatchObject({ state: 'timed-out', output: 'still at it' });
  });

  it('does not kill what ends when it is asked to', async () => {
    end('succeeded');
    await clock.advance(60_000);
    commands.finish(0, { exitCode: null, output: '' });
    await clock.advance(60_000);
    expect(commands.killed).toEqual([]);
  });

  it('asks what runs to end when Taskbell stops, and starts nothing more', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) {
      put({ id });
      end('failed', id);
    }
    hooks.stop();
    expect(commands.asked).toEqual([0, 1, 2, 3]);
    commands.finish(0, { exitCode: 0, output: '' });
    await settled();
    end('succeeded');
    expect(commands.started).toHaveLength(4);
  });
});

describe('a video that is being saved', () => {
  const saved: TaskSave = {
    state: 'saved',
    trouble: null,
    bytes: 3,
    totalBytes: 3,
    path: '/videos/A paper boat.mp4',
    retryAt: null,
  };
  beforeEach(() => {
    hooks.choose(both);
    saving = true;
    end('succeeded');
  });

  it('is waited for, so that the command is told of the file', () => {
    expect(commands.started).toEqual([]);
    expect(hooks.runOf('task-1')?.state).toBe('waiting');
    put({ id: 'task-1', phase: 'succeeded', save: saved });
    hooks.saveEnded('task-1');
    hooks.saveEnded('task-1');
    expect(commands.started.map(({ environment }) => environment['TASKBELL_FILE'])).toEqual([saved.path]);
  });

  it('runs it without a file when it could not be saved', () => {
    put({ id: 'task-1', phase: 'succeeded', save: { ...saved, state: 'failed', path: null } });
    hooks.saveEnded('task-1');
    expect(commands.started.map(({ environment }) => environment['TASKBELL_FILE'])).toEqual(['']);
  });

  it('runs nothing when it was switched off or the task was removed meanwhile', () => {
    hooks.choose(defaultHookSettings);
    hooks.saveEnded('task-1');
    hooks.choose(both);
    end('succeeded');
    hooks.tasksRemoved(['task-1']);
    hooks.saveEnded('task-1');
    expect(commands.started).toEqual([]);
    expect(hooks.runOf('task-1')).toBeNull();
  });
});
