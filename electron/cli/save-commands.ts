import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { oneLine } from '../core/one-line.ts';
import { withHome } from '../core/save-settings.ts';
import { words } from '../shared/language/spoken.ts';
import { ask, askPatiently } from './asking.ts';
import type { CommandIo } from './command-io.ts';
import { complain, complainOfTime, complainOfUsage, print, type Command } from './commands.ts';
import type { ListedTask } from './control-contract.ts';
import { createRemarks } from './remarks.ts';
import { taskLine, taskNamed } from './task-text.ts';
import { timeLimit, withinLimit } from './time-limit.ts';

/** As seen from where the command is called. Shells leave `~` in quotes to the program. */
export const wholeFolder = (named: string): string => resolve(withHome(named, homedir()));

/** Prints where the file is. */
export const save: Command<'save'> = async (given, io) => {
  const [id = ''] = given.words;
  const named = given.text('to');
  const folder = named === null ? null : wholeFolder(named);
  const limit = timeLimit(given.text('timeout'));
  if (!limit.ok) return complainOfUsage(io, limit.trouble);
  if (given.given('stop')) {
    if (folder !== null || limit.value !== null) return complainOfUsage(io, words().commandLine.toOrStop);
    const stopped = await ask(io, 'task.stop-saving', { id });
    return stopped.ok
      ? print(io, words().saving.stopped(taskLine(stopped.value)))
      : complain(io, stopped.trouble);
  }
  const remarks = createRemarks(io);
  const saved = await withinLimit(io.clock, limit.value, async (signal) => {
    const running = await askPatiently(io, 'app.version', {}, signal);
    if (!running.ok) return running;
    return remarks.during('save', [id], askPatiently(io, 'task.save', { id, folder }, signal));
  });
  if (saved === null) {
    return complainOfTime(io, words().commandLine.savesTimedOut(limit.value ?? 0), remarks.current());
  }
  return saved.ok ? print(io, oneLine(saved.value.path)) : complain(io, saved.trouble);
};

export const open: Command<'open'> = async ({ words: [id = ''] }, io) => {
  const opened = await ask(io, 'task.open', { id });
  return opened.ok ? print(io, words().saving.opened) : complain(io, opened.trouble);
};

/** Saves them all into one folder, named whole, and says of each where it is or why not; false when one is not saved. */
export const savedInto = async (
  io: CommandIo,
  folder: string,
  tasks: readonly ListedTask[],
  signal: AbortSignal,
): Promise<boolean> => {
  const saveOne = async (task: ListedTask): Promise<boolean> => {
    const saved = await askPatiently(io, 'task.save', { id: task.id, folder }, signal);
    if (signal.aborted) return false;
    if (saved.ok) print(io, oneLine(saved.value.path));
    else {
      const message = words().commandLine.taskSays(taskNamed(task), saved.trouble.message);
      complain(io, { ...saved.trouble, message });
    }
    return saved.ok;
  };
  return (await Promise.all(tasks.map(saveOne))).every(Boolean);
};
