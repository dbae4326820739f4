import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { notAsNode } from '../desktop/desktop-session.ts';
import type { CommandOutcome } from '../e2e/running-app.ts';

/** Where the package has put the program. */
export const program = '/opt/Taskbell/taskbell';

/** The data folder that all stages share. */
export const dataFolder = process.env['TASKBELL_HOME'] ?? '';

/** The installed command as a user types it; `without` names variables that are not set then. */
export const taskbell = (
  words: readonly string[],
  { input = '', without = [] }: { readonly input?: string; readonly without?: readonly string[] } = {},
): Promise<CommandOutcome> => {
  const env = Object.fromEntries(
    Object.entries(notAsNode(process.env)).filter(([name]) => !without.includes(name)),
  );
  return new Promise((resolve, reject) => {
    const child = spawn('taskbell', words, { env });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    child.once('error', reject);
    // Not 'close': the app that a command starts must not hold the command's output open.
    child.once('exit', (code) => setImmediate(() => resolve({ code, stdout, stderr })));
    child.stdin.end(input);
  });
};

export interface ProgramProcess {
  readonly pid: number;
  readonly line: string;
}

/** The processes of the installed program that we may see. */
export const processesOfProgram = (): readonly ProgramProcess[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // Some processes change their title to one word with spaces.
        const line = readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ');
        return line.startsWith(program) ? [{ pid: Number(name), line }] : [];
      } catch {
        return []; // ended while we looked
      }
    });

/** The one that the others belong to. */
export const mainProcess = (): ProgramProcess | null =>
  processesOfProgram().find(({ line }) => !line.includes('--type=')) ?? null;
