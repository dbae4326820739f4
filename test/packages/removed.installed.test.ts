import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { dataFolder, program, taskbell } from './installed-taskbell.ts';

it('has taken the program and the command away, and left the user’s data', async () => {
  expect(existsSync(program)).toBe(false);
  await expect(taskbell(['--version'])).rejects.toThrow(/ENOENT|EACCES/);
  expect(statSync(join(dataFolder, 'taskbell.sqlite')).size).toBeGreaterThan(0);
});
