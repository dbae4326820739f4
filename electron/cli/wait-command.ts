import { words } from '../shared/language/spoken.ts';
import { askPatiently, within } from './asking.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import { exitCodes } from './help.ts';
import { taskLine } from './task-text.ts';

/** The longest time that a timer can hold is 2^31 ms. */
const longestTimeoutSeconds = 2_000_000;

export const wait: Command<'wait'> = async (given, io) => {
  const limit = given.text('timeout');
  const seconds = limit === null ? null : Number(limit);
  if (seconds !== null && !(seconds > 0 && seconds <= longestTimeoutSeconds)) {
    return complainOfUsage(io, words().commandLine.timeoutTakes(String(longestTimeoutSeconds)));
  }
  const waiting = (signal: AbortSignal) => askPatiently(io, 'task.wait', { ids: given.words }, signal);
  const waited =
    seconds === null
      ? await waiting(new AbortController().signal)
      : await within(io.clock, seconds * 1000, waiting);
  if (waited === null) {
    io.stderr(`taskbell: ${words().commandLine.timedOut(seconds ?? 0)}\n`);
    return exitCodes.timedOut;
  }
  if (!waited.ok) return complain(io, waited.trouble);
  print(io, waited.value.map(taskLine).join('\n'));
  return waited.value.every((task) => task.phase === 'succeeded') ? exitCodes.done : exitCodes.failed;
};
