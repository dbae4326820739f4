import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout's own folder, absolute. */
export const repository = path.resolve(fileURLToPath(import.meta.url), '../../..');

/** Where everything that can be fetched again is kept; `npm ci` empties it. */
export const cacheFolder = path.join(repository, 'node_modules', '.cache');

/** An expected obstacle. Its message is a sentence for a person: what is wrong and what to do. */
export class Obstacle extends Error {}

/** @typedef {(line: string) => void} Say */

/** @type {Say} */
export const sayOnStdout = (line) => void process.stdout.write(`${line}\n`);

/** For scripts whose standard output belongs to what they run. @type {Say} */
export const sayOnStderr = (line) => void process.stderr.write(`${line}\n`);

/**
 * Runs a script to its exit code. An obstacle becomes the last line; anything else is a bug and keeps its stack.
 * @param {() => Promise<number>} run
 */
export const runScript = async (run) => {
  try {
    process.exitCode = await run();
  } catch (error) {
    console.error(error instanceof Obstacle ? error.message : error);
    process.exitCode = 1;
  }
};

/** @param {number} ms */
export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`;

/** Whether a window can be opened. Only Linux knows machines without a display. */
export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/**
 * True when the module was started as a script, not imported.
 * @param {string} moduleUrl
 */
export const isEntry = (moduleUrl) =>
  process.argv[1] !== undefined && path.resolve(process.argv[1]) === fileURLToPath(moduleUrl);
