import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { controlAddress } from '../../electron/cli/control-address.ts';
import { realFolder } from '../../electron/cli/real-folder.ts';
import { ownFolder } from '../../electron/platform/owner-lock.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-owner-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

it('a folder has one owner, whatever link leads to it, until that lets go', () => {
  mkdirSync(join(folder, 'data'));
  symlinkSync(join(folder, 'data'), join(folder, 'link'));
  const first = ownFolder(join(folder, 'data', 'owner.lock'));
  expect(ownFolder(join(folder, 'link', 'owner.lock'))).toEqual({ ok: false, trouble: 'taken' });
  if (first.ok) first.value.release();
  const second = ownFolder(join(folder, 'link', 'owner.lock'));
  expect(second.ok).toBe(true);
  if (second.ok) second.value.release();
});

it('an owner that was killed owns nothing any more', async () => {
  const file = join(folder, 'owner.lock');
  const script = `
    const { DatabaseSync } = require('node:sqlite');
    const database = new DatabaseSync(${JSON.stringify(file)});
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
    process.stdout.write('held');
    setInterval(() => database.isOpen, 1000);`;
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(child.stdout, 'data');
  expect(ownFolder(file)).toEqual({ ok: false, trouble: 'taken' });
  child.kill('SIGKILL');
  await once(child, 'exit');
  const freed = ownFolder(file);
  expect(freed.ok).toBe(true);
  if (freed.ok) freed.value.release();
});

it('two ways to one folder have one address, also of a long one and before it is made; two users have two', () => {
  const long = join(folder, 'x'.repeat(90));
  mkdirSync(long);
  symlinkSync(long, join(folder, 'short'));
  const addressOf = (path: string, user = 'ada'): string =>
    controlAddress({ dataFolder: realFolder(path), platform: 'linux', user }).path;
  expect(addressOf(join(folder, 'short'))).toBe(addressOf(long));
  expect(addressOf(join(folder, 'short', 'data'))).toBe(addressOf(join(long, 'data')));
  expect(addressOf(long, 'grace')).not.toBe(addressOf(long));
});
