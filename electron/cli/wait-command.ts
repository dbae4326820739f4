import { oneLine } from '../core/one-line.ts';
import { words } from '../shared/language/spoken.ts';
import { ok, type Result } from '../shared/result.ts';
import { askPatiently, within } from './asking.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import type { ControlTrouble, ListedTask } from './control-contract.ts';
import { savedInto, wholeFolder } from './save-commands.ts';
import { exitCodes } from './help.ts';
import { taskLine } from './task-text.ts';

/** The longest time that a timer can hold is 2^31 ms. */
const longestTimeoutSeconds = 2_000_000;

interface Waited {
  readonly tasks: Result<readonly ListedTask[], ControlTrouble>;
  readonly saved: Result<readonly string[], ControlTrouble>;
}

export const wait: Command<'wait'> = async (given, io) => {
  const limit = given.text('timeout');
  const seconds = limit === null ? null : Number(limit);
  if (seconds !== null && !(seconds > 0 && seconds <= longestTimeoutSeconds)) {
    return complainOfUsage(io, words().commandLine.timeoutTakes(String(longestTimeoutSeconds)));
  }
  const named = given.text('save');
  const folder = named === null ? null : wholeFolder(named);
  const waiting = async (signal: AbortSignal): Promise<Waited> => {
    const tasks = await askPatiently(io, 'task.wait', { ids: given.words, folder }, signal);
    if (!tasks.ok || folder === null) return { tasks, saved: ok([]) };
    const ready = tasks.value.filter(({ phase }) => phase === 'succeeded').map(({ id }) => id);
    return { tasks, saved: await savedInto(io, folder, ready, signal) };
  };
  const waited =
    seconds === null
      ? await waiting(new AbortController().signal)
      : await within(io.clock, seconds * 1000, waiting);
  if (waited === null) {
    io.stderr(`taskbell: ${words().commandLine.timedOut(seconds ?? 0)}\n`);
    return exitCodes.timedOut;
  }
  const { tasks, saved } = waited;
  if (!tasks.ok) return complain(io, tasks.trouble);
  print(io, tasks.value.map(taskLine).join('\n'));
  if (!saved.ok) return complain(io, saved.trouble);
  for (const path of saved.value) print(io, oneLine(path));
  return tasks.value.every((task) => task.phase === 'succeeded') ? exitCodes.done : exitCodes.failed;
};
