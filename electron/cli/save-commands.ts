import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { oneLine } from '../core/one-line.ts';
import { withHome } from '../core/save-settings.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { ask, askPatiently } from './asking.ts';
import type { CommandIo } from './command-io.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import type { ControlTrouble } from './control-contract.ts';
import { taskLine } from './task-text.ts';

/** As seen from where the command is called. Shells leave `~` in quotes to the program. */
export const wholeFolder = (named: string): string => resolve(withHome(named, homedir()));

/** Prints where the file is. */
export const save: Command<'save'> = async (given, io) => {
  const [id = ''] = given.words;
  const named = given.text('to');
  const folder = named === null ? null : wholeFolder(named);
  if (given.given('stop')) {
    if (folder !== null) return complainOfUsage(io, words().commandLine.toOrStop);
    const stopped = await ask(io, 'task.stop-saving', { id });
    return stopped.ok
      ? print(io, words().saving.stopped(taskLine(stopped.value)))
      : complain(io, stopped.trouble);
  }
  const saved = await askPatiently(io, 'task.save', { id, folder }, new AbortController().signal);
  return saved.ok ? print(io, oneLine(saved.value.path)) : complain(io, saved.trouble);
};

export const open: Command<'open'> = async ({ words: [id = ''] }, io) => {
  const opened = await ask(io, 'task.open', { id });
  return opened.ok ? print(io, words().saving.opened) : complain(io, opened.trouble);
};

/** Saves them all into one folder, named whole; their paths, or the first trouble. */
export const savedInto = async (
  io: CommandIo,
  folder: string,
  ids: readonly string[],
  signal: AbortSignal,
): Promise<Result<readonly string[], ControlTrouble>> => {
  const all = await Promise.all(ids.map((id) => askPatiently(io, 'task.save', { id, folder }, signal)));
  const paths: string[] = [];
  for (const one of all) {
    if (!one.ok) return failed(one.trouble);
    paths.push(one.value.path);
  }
  return ok(paths);
};
