import { words } from '../shared/language/spoken.ts';
import { ask, spoken, within } from './asking.ts';
import type { CommandIo } from './command-io.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import { pausedText } from './doctor-text.ts';

export const pause: Command<'pause'> = async (given, io) => {
  const length = given.text('for');
  const forMs = length === null ? null : lengthIn(length);
  if (length !== null && forMs === null) return complainOfUsage(io, words().commandLine.forTakes);
  const paused = await ask(io, 'app.pause', { forMs });
  if (!paused.ok) return complain(io, paused.trouble);
  return print(io, words().commandLine.checksAre(pausedText(paused.value.until, io.clock.now())));
};

const unitsMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

const longestPauseMs = 31 * unitsMs.d;

/** "90s", "30m", "2h", "1d" in ms; null for everything else. */
const lengthIn = (text: string): number | null => {
  const [, digits, unit] = /^(\d{1,6})([smhd])$/.exec(text) ?? [];
  if (digits === undefined || unit === undefined) return null;
  const ms = Number(digits) * unitsMs[unit as keyof typeof unitsMs];
  return ms > 0 && ms <= longestPauseMs ? ms : null;
};

export const startup: Command<'startup'> = async ({ words: [choice = null] }, io) => {
  if (choice !== null && choice !== 'on' && choice !== 'off')
    return complainOfUsage(io, words().commandLine.chooseOne(['on', 'off']));
  const chosen = await ask(io, 'app.startup', { on: choice === null ? null : choice === 'on' });
  if (!chosen.ok) return complain(io, chosen.trouble);
  return print(
    io,
    chosen.value.on === true ? words().commandLine.startsAtLogin : words().commandLine.startsNot,
  );
};

export const demo: Command<'demo'> = async (_given, io) => {
  const asked = await ask(io, 'app.demo', {});
  if (!asked.ok) return complain(io, asked.trouble);
  return print(io, asked.value.begun ? words().demo.begun : words().demo.isHere);
};

export const resume: Command<'resume'> = async (_given, io) => {
  const resumed = await ask(io, 'app.resume', {});
  return resumed.ok ? print(io, words().commandLine.checksGoOn) : complain(io, resumed.trouble);
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
  if (gone === null) return complain(io, { kind: 'failed', message: words().commandLine.stillRunning });
  if (gone === 'quit') return print(io, words().commandLine.hasQuit);
  return gone.trouble.kind === 'not-running'
    ? print(io, words().commandLine.notRunning)
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
  return print(io, words().commandLine.runningIs(running.value.version));
};
