import { spawn } from 'node:child_process';
import { openSync, closeSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Obstacle } from '../setup/script.mjs';

/**
 * @typedef {object} Service
 * @property {string} name
 * @property {import('node:child_process').ChildProcess} process
 * @property {Promise<void>} ended
 */

/**
 * Starts processes, each leading its own group, and ends every group that it started.
 * @param {object} options
 * @param {string} options.logFolder
 * @param {{ uid?: number, gid?: number }} options.user
 */
export const createChildren = ({ logFolder, user }) => {
  /** @type {Service[]} */
  const services = [];

  const killAll = () => {
    for (const { process: child } of services) signalGroup(child, 'SIGKILL');
  };
  // The last resort when we leave without tidying up.
  process.on('exit', killAll);

  /** @param {Service} service */
  const end = async ({ process: child, ended }) => {
    signalGroup(child, 'SIGTERM');
    const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 2000);
    await ended;
    clearTimeout(timer);
    // What the leader left behind in its group.
    signalGroup(child, 'SIGKILL');
  };

  return {
    user,

    /**
     * @param {string} name
     * @param {string} command
     * @param {readonly string[]} args
     * @param {object} options
     * @param {NodeJS.ProcessEnv} options.env
     * @param {string} [options.input] written to its standard input, which is then closed
     * @param {boolean} [options.reports] adds a pipe as descriptor 3
     * @returns {Service}
     */
    start(name, command, args, { env, input, reports = false }) {
      const log = openSync(path.join(logFolder, `${name}.log`), 'a');
      const child = spawn(command, [...args], {
        cwd: '/',
        env,
        detached: true,
        stdio: [
          input === undefined ? 'ignore' : 'pipe',
          log,
          log,
          ...(reports ? /** @type {const} */ (['pipe']) : []),
        ],
        ...user,
      });
      closeSync(log);
      /** @type {Promise<void>} */
      const ended = new Promise((resolve) => {
        child.once('exit', () => resolve());
        child.once('error', () => resolve());
      });
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
      const service = { name, process: child, ended };
      services.push(service);
      return service;
    },

    /**
     * @param {string} command
     * @param {readonly string[]} args
     * @param {object} options
     * @param {NodeJS.ProcessEnv} options.env
     * @param {string} options.cwd
     * @param {boolean} [options.onStderr] its output goes to our standard error
     * @returns {Promise<number>} its exit code
     */
    run(command, args, { env, cwd, onStderr = false }) {
      const child = spawn(command, [...args], {
        cwd,
        env,
        detached: true,
        stdio: ['inherit', onStderr ? 2 : 'inherit', 'inherit'],
        ...user,
      });
      return new Promise((resolve, reject) => {
        /** @type {Promise<void>} */
        const ended = new Promise((done) => child.once('exit', () => done()));
        const service = { name: command, process: child, ended };
        services.push(service);
        child.once('error', (error) =>
          reject(new Obstacle(`${command} could not be started: ${error.message}`)),
        );
        child.once('exit', (code, signal) => {
          signalGroup(child, 'SIGKILL');
          services.splice(services.indexOf(service), services.includes(service) ? 1 : 0);
          resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
        });
      });
    },

    /** The last lines that a service wrote. @param {string} name */
    lastWords(name) {
      return readFileSync(path.join(logFolder, `${name}.log`), 'utf8')
        .trim()
        .split('\n')
        .slice(-5)
        .join('\n');
    },

    /** Ends what still runs, the newest first. */
    async endAll() {
      for (const service of services.splice(0).reverse()) {
        if (service.process.pid !== undefined) await end(service);
      }
      process.off('exit', killAll);
    },
  };
};

/** @typedef {ReturnType<typeof createChildren>} Children */

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {NodeJS.Signals} signal
 */
const signalGroup = (child, signal) => {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group is gone already.
  }
};
