import { spawn } from 'node:child_process';
import { cp, mkdtemp, mkdir, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { createTally } from './tally.mjs';

/** Time runs this much faster in a life, so that tasks end within it. */
const speed = 2000;
const killsPerFolder = 10;
const tasksPerLife = 6;
const longestLifeMs = 45;
/** A life that is not killed and does not come to its end by then hangs. */
const longestLastLifeMs = 20_000;

/**
 * @typedef {object} Rounds
 * @property {string} executable
 * @property {string} life
 * @property {string | null} faults the library that keeps what was synced, for power cuts; null without
 */

/**
 * Lives of one data folder, each killed at a random instant, and a last one that comes to its end.
 * @param {Rounds} rounds
 * @param {{ kills?: number, powerCuts: boolean }} options
 */
export const livesOfOneFolder = async (
  { executable, life, faults },
  { kills = killsPerFolder, powerCuts },
) => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'taskbell-crash-'));
  const data = path.join(folder, 'data');
  const shadow = path.join(folder, 'synced');
  await Promise.all([mkdir(data), mkdir(shadow)]);
  const tally = createTally();
  const begin = Date.now();
  try {
    for (let round = 0; round <= kills; round += 1) {
      const isLast = round === kills;
      const args = [path.join(data, 'taskbell.sqlite'), begin, speed, round * tasksPerLife, tasksPerLife];
      const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1', NODE_COMPILE_CACHE: path.dirname(life) };
      if (powerCuts && faults !== null) Object.assign(env, { LD_PRELOAD: faults, TASKBELL_SHADOW: shadow });
      const child = spawn(executable, [life, ...args.map(String), isLast ? 'last' : 'killed'], {
        env,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const ended = new Promise((resolve) => child.once('close', resolve));
      let complaint = '';
      child.stderr.on('data', (chunk) => (complaint += String(chunk)));
      const lifetime = isLast ? longestLastLifeMs : Math.random() * longestLifeMs;
      /** @type {ReturnType<typeof setTimeout> | undefined} */
      let timer;
      let wasKilled = false;
      const kill = () => {
        wasKilled = child.kill('SIGKILL');
      };
      // Some die while they start; most after that.
      if (!isLast && Math.random() < 0.15) timer = setTimeout(kill, Math.random() * 200);
      for await (const line of createInterface({ input: child.stdout })) {
        tally.take(line);
        if (line === 'ready') timer ??= setTimeout(kill, lifetime);
      }
      const code = await ended;
      clearTimeout(timer);
      if (isLast) {
        if (code !== 0) tally.faults.push(`the last life did not come to its end: ${complaint || 'it hung'}`);
        break;
      }
      if (!wasKilled) tally.faults.push(`a life ended by itself: ${complaint}`);
      tally.killed();
      if (powerCuts && faults !== null) await cutPower(data, shadow);
    }
    return tally;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
};

/**
 * Leaves in the folder what was synced, and nothing else.
 * @param {string} data
 * @param {string} shadow
 */
const cutPower = async (data, shadow) => {
  await rm(data, { recursive: true });
  await mkdir(data);
  for (const name of await readdir(shadow)) {
    if (!name.endsWith('.draft')) await cp(path.join(shadow, name), path.join(data, name));
  }
};
