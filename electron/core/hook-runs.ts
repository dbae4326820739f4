import { isHookOver, type HookName, type HookRun } from '../shared/hooks.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { Announcement } from './announcement.ts';
import { createHookChoice, type HookChoice } from './hook-settings.ts';
import { commandFor, hookOf } from './hooks.ts';
import type { Command, Commands, StartedCommand } from './command-ports.ts';
import type { Clock } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import { StoreFailure } from './store-failure.ts';

export interface HookRunsDependencies {
  readonly clock: Clock;
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly commands: Commands;
  readonly entry: (taskId: string) => TaskEntry | null;
  /** Whether the task's video is on its way to the disk; begins it if it is wanted there. */
  readonly isBeingSaved: (task: TaskEntry) => boolean;
  readonly onChanged: (taskId: string) => void;
}

/** Runs what the user wants to run when a task ends: once, in this life, and without disturbing anything. */
export interface HookRuns extends HookChoice {
  /** An ending is news. */
  ended(announcement: Announcement): void;
  /** The task's video is on the disk, or will not get there by itself. */
  saveEnded(taskId: string): void;
  /** What became of it; null when nothing was to run in this life, or so many have run since. */
  runOf(taskId: string): HookRun | null;
  tasksRemoved(taskIds: Iterable<string>): void;
  /** Asks what still runs to end. */
  stop(): void;
}

/** A hundred tasks that end together must not be a hundred programs at once. */
const mostAtOnce = 4;
const mostRemembered = 500;
const killAfterMs = 5_000;

export const createHookRuns = (dependencies: HookRunsDependencies): HookRuns => {
  const { clock, store, commands } = dependencies;
  const choice = createHookChoice(store);
  const runs = new Map<string, HookRun>();
  const awaitingFile = new Map<string, HookName>();
  const queue: { readonly taskId: string; readonly command: Command; readonly longestMs: number }[] = [];
  const running = new Set<StartedCommand>();
  let stopped = false;

  const note = (taskId: string, change: Partial<HookRun>): void => {
    const run = runs.get(taskId);
    if (run === undefined) return;
    runs.set(taskId, { ...run, ...change });
    dependencies.onChanged(taskId);
  };

  const remember = (taskId: string, run: HookRun): void => {
    runs.set(taskId, run);
    for (const [oldest, before] of runs) {
      if (runs.size <= mostRemembered) break;
      if (isHookOver(before)) runs.delete(oldest);
    }
    dependencies.onChanged(taskId);
  };

  /** What cannot be read is not run: watching goes on. */
  const carefully = (decide: () => void): void => {
    try {
      if (!stopped) decide();
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
    }
  };

  const decide = (name: HookName, taskId: string, mayWait: boolean): void => {
    runs.delete(taskId);
    const task = dependencies.entry(taskId);
    if (task === null) return;
    const settings = choice.read();
    const file = task.save?.state === 'saved' ? task.save.path : null;
    const command = commandFor(name, settings, task, file);
    // It may have been waiting for this, and was switched off meanwhile.
    if (command === null) return dependencies.onChanged(taskId);
    const { program } = command;
    const waits = mayWait && name === 'success' && dependencies.isBeingSaved(task);
    remember(taskId, { name, program, state: 'waiting', exitCode: null, output: '' });
    if (waits) awaitingFile.set(taskId, name);
    else queue.push({ taskId, command, longestMs: settings.longestMs });
    startNext();
  };

  const startNext = (): void => {
    if (stopped || running.size >= mostAtOnce) return;
    const next = queue.shift();
    if (next !== undefined) void run(next);
  };

  const run = async ({ taskId, command, longestMs }: (typeof queue)[number]): Promise<void> => {
    const started = commands.start(command);
    running.add(started);
    note(taskId, { state: 'running' });
    let isLate = false;
    const wasLate = (): boolean => isLate;
    let cancel = clock.after(longestMs, () => {
      isLate = true;
      started.end();
      cancel = clock.after(killAfterMs, () => started.kill());
    });
    const end = await started.done;
    cancel();
    running.delete(started);
    if (stopped) return;
    const state = wasLate() ? 'timed-out' : end.ok ? 'ended' : 'not-started';
    note(taskId, { state, ...(end.ok ? end.value : {}) });
    startNext();
  };

  return {
    ...choice,
    ended: ({ kind, taskId }) => {
      const name = hookOf[kind];
      if (name !== null) carefully(() => decide(name, taskId, true));
    },
    saveEnded: (taskId) => {
      const name = awaitingFile.get(taskId);
      awaitingFile.delete(taskId);
      if (name !== undefined) carefully(() => decide(name, taskId, false));
    },
    runOf: (taskId) => runs.get(taskId) ?? null,
    tasksRemoved: (taskIds) => {
      for (const taskId of taskIds) {
        const run = runs.get(taskId);
        const isNotToRun = awaitingFile.delete(taskId);
        if (isNotToRun || (run !== undefined && isHookOver(run))) runs.delete(taskId);
      }
    },
    stop: () => {
      stopped = true;
      for (const started of running) started.end();
    },
  };
};
