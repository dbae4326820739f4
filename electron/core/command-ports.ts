import type { Result } from '../shared/result.ts';
import type { Cancel } from './ports.ts';

/** A program, its arguments, and what its environment says beyond what every program needs. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

export interface CommandEnd {
  /** Null when a signal ended it. */
  readonly exitCode: number | null;
  /** The last 4 KB of both outputs. */
  readonly output: string;
}

export interface StartedCommand {
  /** Never rejects. */
  readonly done: Promise<Result<CommandEnd, 'not-started'>>;
  /** Asks it to end, with what it has started itself. */
  readonly end: Cancel;
  /** Ends it, whether it wants to or not. */
  readonly kill: Cancel;
}

export interface Commands {
  /** Starts a program without a shell, in the user's home folder and with a small environment. Never throws. */
  start(command: Command): StartedCommand;
}
