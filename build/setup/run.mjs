import { spawn } from 'node:child_process';
import { repository } from './script.mjs';

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env] replaces the environment
 * @property {string} [cwd]
 * @property {number} [timeoutMs] ends the command after that long
 * @property {{ uid?: number, gid?: number }} [user] whom it runs as
 */

/** @typedef {{ code: number, stdout: string, stderr: string }} Outcome */

/**
 * Runs a command and keeps what it wrote. A command that cannot be started counts as code 127.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export const capture = (command, args, { env = process.env, cwd = repository, timeoutMs, user = {} } = {}) =>
  new Promise((resolve) => {
    const child = spawn(command, [...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' }),
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (/** @type {string} */ text) => (stderr += text));
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, stdout, stderr }));
  });

/**
 * Runs a command that writes to our own output. Ctrl-C reaches it through the terminal; we stay to tidy up after it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<number>} its exit code
 */
export const show = (command, args, { env = process.env, cwd = repository } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, [...args], { cwd, env, stdio: 'inherit' });
    const ignore = () => undefined;
    process.on('SIGINT', ignore);
    child.on('error', reject);
    child.on('close', (code, signal) => {
      process.off('SIGINT', ignore);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });

/**
 * The npm that started us, else the one on the path.
 * @returns {{ command: string, leading: string[] }}
 */
export const npm = () => {
  const started = process.env['npm_execpath'];
  if (started?.endsWith('.js') === true) return { command: process.execPath, leading: [started] };
  return process.platform === 'win32'
    ? { command: process.env['ComSpec'] ?? 'cmd.exe', leading: ['/d', '/s', '/c', 'npm'] }
    : { command: 'npm', leading: [] };
};
