import { Worker } from 'node:worker_threads';

/** Here as text, because a file of its own would have to be built, packed and found. */
const checking = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = require('node:sqlite');
  let answer;
  try {
    const database = new DatabaseSync(workerData, { readOnly: true });
    answer = String(database.prepare('PRAGMA quick_check(1)').get().quick_check);
    database.close();
  } catch (error) {
    answer = [11, 26].includes(error.errcode) ? error.message : 'not checked';
  }
  parentPort.postMessage(answer);
`;

export type CheckOutcome = 'good' | 'damaged' | 'not-checked';

/** Looks through a whole database file on another thread. Never rejects. */
export const checkInBackground = (file: string): Promise<CheckOutcome> =>
  new Promise((resolve) => {
    const worker = new Worker(checking, { eval: true, workerData: file });
    worker.once('message', (answer: unknown) => {
      resolve(answer === 'ok' ? 'good' : answer === 'not checked' ? 'not-checked' : 'damaged');
    });
    worker.once('error', () => resolve('not-checked'));
    worker.once('exit', () => resolve('not-checked'));
    worker.unref();
  });
