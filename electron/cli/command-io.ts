import type { Clock } from '../core/ports.ts';
import type { Result } from '../shared/result.ts';
import type { Asked } from './control-client.ts';
import type { ControlCommand } from './control-contract.ts';
import type { ControlRequest } from './control-parsers.ts';

/** What a command may touch of the world. */
export interface CommandIo {
  readonly version: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Columns of the terminal; null when the output goes elsewhere. */
  readonly columns: number | null;
  stdout(text: string): void;
  stderr(text: string): void;
  /** All of a file; the trouble is a sentence. */
  readFile(path: string): Promise<Result<string, string>>;
  /** All of standard input. */
  readStdin(): Promise<string>;
  /** Standard input, or at a terminal one line that is not shown; null when the user breaks off. */
  readSecret(prompt: string): Promise<string | null>;
  /** Asks the app, if it is running. */
  ask<Command extends ControlCommand>(
    command: Command,
    request: ControlRequest<Command>,
    signal?: AbortSignal,
  ): Promise<Asked<Command>>;
  /** Starts the app in the tray and resolves when it answers; the trouble is a sentence. */
  startApp(options: StartOptions): Promise<Result<null, string>>;
}

export interface StartOptions {
  /** Environment variables that the app must not inherit, since they hold a key. */
  readonly withoutEnv: readonly string[];
  /** Ends the waiting, not the app. */
  readonly signal: AbortSignal;
}
