import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = path.join(root, '.github/workflows');
const workflows = readdirSync(folder).map(
  (name) => [name, readFileSync(path.join(folder, name), 'utf8')] as const,
);

describe.each(workflows)('the workflow %s', (_name, text) => {
  it('uses no action but by its commit, with the version in words', () => {
    const used = text.split('\n').filter((line) => line.includes('uses:'));
    expect(used.length).toBeGreaterThan(0);
    for (const line of used) expect(line).toMatch(/uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('may read the code and nothing else, unless a job says more', () => {
    expect(text).toMatch(/^permissions:\n {2}contents: read\n(?! )/m);
  });

  it('writes only in jobs that run none of our scripts', () => {
    const jobs = text.split(/\n(?= {2}[a-z]+:\n)/);
    for (const job of jobs.filter((one) => one.includes(': write')))
      expect(job).not.toMatch(/run: (npm|node|npx)/);
  });
});

describe('the list of changes', () => {
  interface Changelog {
    readonly releasedAs: (text: string, version: string, day: string) => string | null;
  }

  it('turns what is not released yet into a version, once', async () => {
    const { releasedAs } = (await import(path.join(root, 'build/supply/changelog.mjs'))) as Changelog;
    const text = readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8');
    const released = releasedAs(text, '9.9.9', '2026-11-24') ?? '';
    expect(released).toContain('## Not released yet\n\n## 9.9.9, 2026-11-24\n\n- ');
    expect(releasedAs(released, '9.9.9', '2026-11-25')).toBeNull();
  });
});
