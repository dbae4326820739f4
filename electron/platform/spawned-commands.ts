import { spawn, type ChildProcess } from 'node:child_process';
import { homedir } from 'node:os';
import type { Command, CommandEnd, Commands, StartedCommand } from '../core/command-ports.ts';
import { failed, ok, type Result } from '../shared/result.ts';

/** What a program needs to find others and the user's files; Windows starts few without the last two. */
const inherited = ['PATH', 'HOME', 'LANG'];
const inheritedOnWindows = [...inherited, 'SystemRoot', 'USERPROFILE'];
const keptBytes = 4096;
/** What a program leaves running in the background may hold its output open for ever. */
const outputAfterExitMs = 500;

/** Programs as children of this process, each the leader of a process group, with a small environment and no shell. */
export const createSpawnedCommands = (): Commands => ({
  start: (command) => {
    const child = started(command);
    if (child === null)
      return { done: Promise.resolve(failed('not-started')), end: () => undefined, kill: () => undefined };
    return { done: endOf(child), end: () => signal(child, 'SIGTERM'), kill: () => signal(child, 'SIGKILL') };
  },
});

const environmentOf = (environment: Command['environment']): NodeJS.ProcessEnv => {
  const names = process.platform === 'win32' ? inheritedOnWindows : inherited;
  const kept = names.flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(kept), ...environment };
};

const started = ({ program, args, environment }: Command): ChildProcess | null => {
  try {
    return spawn(program, args, {
      shell: false,
      // A group of its own, so that all of it can be ended.
      detached: process.platform !== 'win32',
      windowsHide: true,
      cwd: homedir(),
      env: environmentOf(environment),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch {
    // Such as a batch file on Windows, which would need a shell.
    return null;
  }
};

const endOf = (child: ChildProcess): StartedCommand['done'] =>
  new Promise<Result<CommandEnd, 'not-started'>>((resolve) => {
    let kept = Buffer.alloc(0);
    const keep = (chunk: Buffer): void => {
      kept = Buffer.concat([kept, chunk]).subarray(-keptBytes);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', () => resolve(failed('not-started')));
    child.on('exit', () => {
      const timer = setTimeout(() => {
        child.stdout?.destroy();
        child.stderr?.destroy();
      }, outputAfterExitMs);
      child.on('close', () => clearTimeout(timer));
    });
    child.on('close', (exitCode) => resolve(ok({ exitCode, output: textOf(kept) })));
  });

/** The cut may have gone through a character. */
const textOf = (bytes: Buffer): string => {
  const text = bytes.toString('utf8');
  return bytes.length < keptBytes ? text : text.replace(/^\uFFFD+/, '');
};

const signal = (child: ChildProcess, name: 'SIGTERM' | 'SIGKILL'): void => {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill(name);
    else process.kill(-child.pid, name);
  } catch {
    // It has ended by itself meanwhile.
  }
};
