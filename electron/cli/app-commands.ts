import { ask, spoken, within } from './asking.ts';
import type { CommandIo } from './command-io.ts';
import { complain, print, type Command } from './commands.ts';

export const pause: Command<'pause'> = async (_given, io) => {
  const paused = await ask(io, 'app.pause', {});
  return paused.ok
    ? print(io, 'Checks are paused. "taskbell resume" goes on with them.')
    : complain(io, paused.trouble);
};

export const resume: Command<'resume'> = async (_given, io) => {
  const resumed = await ask(io, 'app.resume', {});
  return resumed.ok ? print(io, 'Checks go on.') : complain(io, resumed.trouble);
};

/** Long enough to end requests that are under way and to close the store. */
const longestQuitMs = 15_000;

/** Does not start the app. Done once the app no longer answers, so that a script can start it anew at once. */
export const quit: Command<'quit'> = async (_given, io) => {
  const gone = await within(io.clock, longestQuitMs, async (signal) => {
    const asked = await io.ask('app.quit', {}, signal);
    // An app that quits at once may cut the connection before its answer is out.
    if (!asked.ok && asked.trouble.kind !== 'cut-off') return asked;
    return untilGone(io, signal);
  });
  if (gone === null)
    return complain(io, { kind: 'failed', message: 'Taskbell was asked to quit but is still running.' });
  if (gone === 'quit') return print(io, 'Taskbell has quit.');
  return gone.trouble.kind === 'not-running'
    ? print(io, 'Taskbell is not running.')
    : complain(io, spoken(gone.trouble));
};

const untilGone = async (io: CommandIo, signal: AbortSignal): Promise<'quit'> => {
  while (!signal.aborted) {
    const asked = await io.ask('app.version', {}, signal);
    if (!asked.ok && asked.trouble.kind === 'not-running') break;
    await new Promise<void>((resolve) => void io.clock.after(50, resolve));
  }
  return 'quit';
};

/** Does not start the app; speaks of the running one only when it is another version. */
export const version: Command<'version'> = async (_given, io) => {
  print(io, `taskbell ${io.version}`);
  const running = await within(io.clock, 2_000, (signal) => io.ask('app.version', {}, signal));
  if (running?.ok !== true || running.value.version === io.version) return 0;
  return print(io, `The running app is ${running.value.version}.`);
};
