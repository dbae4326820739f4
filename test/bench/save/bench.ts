import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syncFile } from '../../../electron/platform/synced-files.ts';
import { notAsNode } from '../../desktop/desktop-session.ts';

/**
 * npm run bench -- save [MiB] [rounds] [folder]: how fast a result is saved, against `curl -o` of the same file from
 * the same server on to the same disk, and what that costs the app.
 */
const [mebibytes = '2048', rounds = '3', given = tmpdir()] = process.argv.slice(2);
const here = import.meta.dirname;

interface Figures {
  readonly ok: boolean;
  readonly ms: number;
  readonly longestTurnMs: number;
  /** Of the main thread's own time. */
  readonly longestOwnMs: number;
  readonly early: number;
  readonly largest: number;
  readonly late: number;
}

const output = (command: string, args: readonly string[], env = process.env): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'ignore'] });
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    child.once('error', reject);
    child.once('close', () => resolve(text));
  });

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const server = spawn(process.execPath, [join(here, 'server.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
const port = await new Promise<string>((resolve) =>
  server.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString().trim())),
);
const base = `http://127.0.0.1:${port}`;
const folder = mkdtempSync(join(given, 'taskbell-bench-'));
const emptied = (): void => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name));
};

const byCurl = async (): Promise<number> => {
  const file = join(folder, 'curl.mp4');
  const began = performance.now();
  await output('curl', ['-s', '-o', file, `${base}/${mebibytes}.mp4`]);
  // A save is on the disk when it ends.
  syncFile(file);
  const ms = performance.now() - began;
  if (statSync(file).size !== Number(mebibytes) * 1024 * 1024)
    throw new Error('curl did not fetch all of it.');
  emptied();
  return ms;
};

const bySaving = async (): Promise<Figures> => {
  const args = ['--no-sandbox', '--headless', '--disable-gpu', '--ozone-platform=headless'];
  const saver = [...args, join(here, 'saver.ts'), base, `${mebibytes}.mp4`, folder];
  const lines = (await output(process.execPath, saver, notAsNode(process.env))).trim().split('\n');
  const figures = JSON.parse(lines.at(-1) ?? '{}') as Figures;
  if (!figures.ok) throw new Error(`Nothing was saved: ${lines.at(-1) ?? ''}`);
  emptied();
  return figures;
};

try {
  const curl: number[] = [];
  const saves: Figures[] = [];
  for (let round = 0; round < Number(rounds); round += 1) {
    curl.push(await byCurl());
    saves.push(await bySaving());
  }
  const rate = (ms: number): string => `${(Number(mebibytes) / (ms / 1000)).toFixed(0)} MiB/s`;
  const inMib = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(0)} MiB`;
  const curlMs = median(curl);
  const savedMs = median(saves.map(({ ms }) => ms));
  say(`${mebibytes} MiB, ${rounds} rounds in turn, medians; both until the file is on the disk`);
  say(`curl -o           ${rate(curlMs)}`);
  say(`Taskbell          ${rate(savedMs)}, ${(curlMs / savedMs).toFixed(2)} of curl`);
  const longest = (turn: (of: Figures) => number): string =>
    saves.map((one) => turn(one).toFixed(1)).join(', ');
  say(`longest turn      ${longest((one) => one.longestTurnMs)} ms`);
  say(`of its own time   ${longest((one) => one.longestOwnMs)} ms (at most 20)`);
  const memory = saves.map(
    (one) => `${inMib(one.early)} → ${inMib(one.late)} (at most ${inMib(one.largest)})`,
  );
  say(`memory            ${memory.join(', ')}`);
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
