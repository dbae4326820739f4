import { words } from '../shared/language/spoken.ts';
import { askPatiently } from './asking.ts';
import { complain, complainOfTime, complainOfUsage, print, type Command } from './commands.ts';
import { exitCodes } from './help.ts';
import { createRemarks } from './remarks.ts';
import { savedInto, wholeFolder } from './save-commands.ts';
import { taskLine } from './task-text.ts';
import { timeLimit, withinLimit } from './time-limit.ts';

export const wait: Command<'wait'> = async (given, io) => {
  const limit = timeLimit(given.text('timeout'));
  if (!limit.ok) return complainOfUsage(io, limit.trouble);
  const named = given.text('save');
  const folder = named === null ? null : wholeFolder(named);
  const { words: ids } = given;
  const { timedOut, savesTimedOut } = words().commandLine;
  const remarks = createRemarks(io);
  let sayTimedOut = timedOut;
  const waiting = async (signal: AbortSignal): Promise<number> => {
    const running = await askPatiently(io, 'app.version', {}, signal);
    const tasks = running.ok
      ? await remarks.during('checks', ids, askPatiently(io, 'task.wait', { ids, folder }, signal))
      : running;
    if (signal.aborted) return exitCodes.timedOut;
    if (!tasks.ok) return complain(io, tasks.trouble);
    print(io, tasks.value.map(taskLine).join('\n'));
    const ready = tasks.value.filter(({ phase }) => phase === 'succeeded');
    const code = ready.length === tasks.value.length ? exitCodes.done : exitCodes.failed;
    if (folder === null || ready.length === 0) return code;
    sayTimedOut = savesTimedOut;
    const readyIds = ready.map(({ id }) => id);
    const saved = await remarks.during('save', readyIds, savedInto(io, folder, ready, signal));
    return saved ? code : exitCodes.failed;
  };
  const code = await withinLimit(io.clock, limit.value, waiting);
  if (code !== null) return code;
  return complainOfTime(io, sayTimedOut(limit.value ?? 0), remarks.current());
};
