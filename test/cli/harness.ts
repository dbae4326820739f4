import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { CommandIo, StartOptions } from '../../electron/cli/command-io.ts';
import { runCommandLine } from '../../electron/cli/command-line.ts';
import { controlAddress, type ControlAddress } from '../../electron/cli/control-address.ts';
import { askApp } from '../../electron/cli/control-client.ts';
import { failed, ok, type Result } from '../../electron/shared/result.ts';
import { FakeApp, testStart } from './fake-app.ts';
import { createManualClock, type ManualClock } from '../fakes/manual-clock.ts';

/** A data folder of its own, removed after the test. */
export const temporaryFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'taskbell-cli-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};

export const addressIn = (dataFolder: string): ControlAddress =>
  controlAddress({ dataFolder, platform: process.platform, user: 'tester' });

/** The command line on a fake process, in front of a fake app that may or may not be running. */
export class CommandLine {
  readonly app = new FakeApp();
  readonly clock = createManualClock(testStart);
  readonly address = addressIn(temporaryFolder());
  readonly env: Record<string, string> = {};
  readonly starts: StartOptions[] = [];
  stdin = '';
  /** The text of each file that is there. */
  readonly files = new Map<string, string>();
  columns: number | null = null;
  /** Why the app cannot be started; null when it can. */
  startTrouble: string | null = null;
  out = '';
  err = '';

  constructor() {
    onTestFinished(() => this.app.close());
  }

  /** Runs one command and resolves to its exit code. Output of earlier commands is forgotten. */
  run(...argv: string[]): Promise<number> {
    this.out = '';
    this.err = '';
    return runCommandLine(argv, this.#io());
  }

  #io(): CommandIo {
    return {
      version: '1.2.3',
      env: this.env,
      clock: this.clock,
      columns: this.columns,
      stdout: (text) => void (this.out += text),
      stderr: (text) => void (this.err += text),
      readFile: (path) => {
        const text = this.files.get(path);
        return Promise.resolve(
          text === undefined ? failed('The file is not there or cannot be read.') : ok(text),
        );
      },
      readStdin: () => Promise.resolve(this.stdin),
      readSecret: () => Promise.resolve(this.stdin),
      ask: (command, request, signal) => askApp(this.address, command, request, signal),
      startApp: async (options) => {
        this.starts.push(options);
        if (this.startTrouble !== null) return failed(this.startTrouble);
        await this.app.serve(this.address);
        return ok(null);
      },
    };
  }
}

/** The same with the app already running. */
export const withRunningApp = async (): Promise<CommandLine> => {
  const line = new CommandLine();
  await line.app.serve(line.address);
  return line;
};

/** Lets time pass in steps until the work is done. */
export const until = async <Value>(
  clock: ManualClock,
  work: Promise<Value>,
  stepMs: number,
): Promise<Value> => {
  const progress = { done: false };
  const end = (): void => {
    progress.done = true;
  };
  work.then(end, end);
  while (!progress.done) await clock.advance(stepMs);
  return work;
};

/** The sentence of a failure; empty for a success. */
export const sentenceOf = (result: Result<unknown, string>): string => (result.ok ? '' : result.trouble);
