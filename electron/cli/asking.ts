import type { Clock } from '../core/ports.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, type Result } from '../shared/result.ts';
import type { CommandIo } from './command-io.ts';
import type { AskTrouble } from './control-client.ts';
import type { ControlCommand, ControlTrouble } from './control-contract.ts';
import type { ControlAnswer, ControlRequest } from './control-parsers.ts';

/** Above what any command may need: a start of the app, a keyring call and a request to a gateway. */
const longestAnswerMs = 60_000;

const noAnswer = (): ControlTrouble => ({ kind: 'failed', message: words().appAnswers.noAnswer });

interface Asking {
  readonly withoutEnv?: readonly string[];
}

/** Asks the app, starting it first if needed, and gives up after a minute. */
export const ask = async <Command extends ControlCommand>(
  io: CommandIo,
  command: Command,
  request: ControlRequest<Command>,
  { withoutEnv = [] }: Asking = {},
): Promise<Result<ControlAnswer<Command>, ControlTrouble>> => {
  const answered = await within(io.clock, longestAnswerMs, (signal) =>
    askPatiently(io, command, request, signal, withoutEnv),
  );
  return answered ?? failed(noAnswer());
};

/** The same without starting it: an app that does not run is a trouble. */
export const askRunning = async <Command extends ControlCommand>(
  io: CommandIo,
  command: Command,
  request: ControlRequest<Command>,
): Promise<Result<ControlAnswer<Command>, ControlTrouble>> => {
  const answered = await within(io.clock, longestAnswerMs, (signal) => io.ask(command, request, signal));
  if (answered === null) return failed(noAnswer());
  return answered.ok ? answered : failed(spoken(answered.trouble));
};

/** The same for as long as it takes, or until the signal aborts. */
export const askPatiently = async <Command extends ControlCommand>(
  io: CommandIo,
  command: Command,
  request: ControlRequest<Command>,
  signal: AbortSignal,
  withoutEnv: readonly string[] = [],
): Promise<Result<ControlAnswer<Command>, ControlTrouble>> => {
  const first = await io.ask(command, request, signal);
  if (first.ok) return first;
  if (first.trouble.kind !== 'not-running') return failed(spoken(first.trouble));
  const started = await io.startApp({ withoutEnv, signal });
  if (!started.ok) return failed({ kind: 'failed', message: started.trouble });
  const second = await io.ask(command, request, signal);
  return second.ok ? second : failed(spoken(second.trouble));
};

/** What came of it within the limit, else null; then the signal tells the work to stop. */
export const within = <Value>(
  clock: Clock,
  limitMs: number,
  work: (signal: AbortSignal) => Promise<Value>,
): Promise<Value | null> => {
  const stop = new AbortController();
  return new Promise((resolve, reject) => {
    const cancel = clock.after(limitMs, () => {
      resolve(null);
      stop.abort();
    });
    work(stop.signal).then(resolve, reject).finally(cancel);
  });
};

/** A trouble with the connection as one that can be told. */
export const spoken = (trouble: AskTrouble): ControlTrouble => {
  if (trouble.kind === 'not-running') return { kind: 'failed', message: words().commandLine.notRunning };
  if (trouble.kind === 'cut-off') return { kind: 'failed', message: words().appAnswers.stopped };
  return trouble;
};
