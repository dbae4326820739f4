import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync, existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFileLog } from '../../electron/platform/file-log.ts';

let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-log-'));
  file = join(folder, 'taskbell.log');
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const now = () => Date.UTC(2026, 0, 2, 3, 4, 5);

describe('the log', () => {
  it('gets one dated line a thing, readable for the user alone', () => {
    const log = createFileLog(file, now);
    log('started');
    log('stopped');
    expect(readFileSync(file, 'utf8')).toBe(
      '2026-01-02T03:04:05.000Z started\n2026-01-02T03:04:05.000Z stopped\n',
    );
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('holds no key and no signed part of a link', () => {
    createFileLog(
      file,
      now,
    )('GET https://cdn.example.com/1.mp4?sig=abcdef Authorization: Bearer sk-0123456789');
    const written = readFileSync(file, 'utf8');
    expect(written).toContain('https://cdn.example.com/1.mp4');
    expect(written).not.toMatch(/abcdef|0123456789/);
  });

  it('is begun anew when it has grown large, and keeps one file of before', () => {
    const log = createFileLog(file, now);
    writeFileSync(`${file}.1`, 'of long ago');
    writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
    log('after');
    expect(readFileSync(file, 'utf8')).toBe('2026-01-02T03:04:05.000Z after\n');
    expect(readFileSync(`${file}.1`, 'utf8')).toMatch(/^x+$/);
  });

  it('that cannot be written stops nothing', () => {
    const log = createFileLog(join(folder, 'missing', 'taskbell.log'), now);
    expect(() => log('unheard')).not.toThrow();
    expect(existsSync(join(folder, 'missing'))).toBe(false);
  });
});
