import type { Arguments } from './arguments.ts';
import { oneLine } from '../core/one-line.ts';
import type { CommandIo } from './command-io.ts';
import type { CommandName } from './command-shapes.ts';
import type { ControlTrouble } from './control-contract.ts';
import { exitCodes } from './help.ts';

/** One command: what it was given and what it may touch in, the exit code out. */
export type Command<Name extends CommandName> = (given: Arguments<Name>, io: CommandIo) => Promise<number>;

export const print = (io: CommandIo, text: string): number => {
  io.stdout(`${text}\n`);
  return exitCodes.done;
};

/** Says a trouble as one line on stderr; the exit code says whose fault it was. */
export const complain = (io: CommandIo, { kind, message }: ControlTrouble): number => {
  io.stderr(`taskbell: ${oneLine(message)}\n`);
  return exitCodes[kind];
};

/** Says that the time is up, and what held the work up to the end. */
export const complainOfTime = (io: CommandIo, message: string, remarks: readonly string[]): number => {
  io.stderr(`taskbell: ${oneLine([message, ...remarks].join(' '))}\n`);
  return exitCodes.timedOut;
};

export const complainOfUsage = (io: CommandIo, message: string): number =>
  complain(io, { kind: 'usage', message });
