import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPictureFolder } from '../../electron/platform/picture-folder.ts';

let root: string;
let folder: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'taskbell-pictures-'));
  folder = join(root, 'pictures');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const bytes = (length: number): Uint8Array => new Uint8Array(length).fill(7);
const namesIn = (): readonly string[] => readdirSync(folder);

describe('the folder of small pictures', () => {
  it('keeps them over a restart, until their task is removed', async () => {
    await createPictureFolder(folder).keep('task-1', bytes(10));
    const later = createPictureFolder(folder);
    expect(await later.read('task-1')).toEqual(Buffer.from(bytes(10)));
    expect(await later.read('task-2')).toBeNull();
    await later.drop(['task-1', 'task-2']);
    expect(await later.read('task-1')).toBeNull();
    expect(namesIn()).toEqual([]);
  });

  it('makes room by taking the oldest away, also those of an earlier run', async () => {
    const first = createPictureFolder(folder, 100);
    await first.keep('old', bytes(40));
    const [old = ''] = namesIn();
    await first.keep('newer', bytes(40));
    // Disks do not tell times apart that are near each other.
    for (const name of namesIn()) utimesSync(join(folder, name), 2000, name === old ? 1000 : 2000);
    const later = createPictureFolder(folder, 100);
    await later.keep('newest', bytes(40));
    expect(await later.read('old')).toBeNull();
    expect(await later.read('newer')).not.toBeNull();
    await later.keep('last', bytes(100));
    expect(namesIn()).toHaveLength(1);
    expect(await later.read('last')).not.toBeNull();
  });

  it('leaves its folder for no id', async () => {
    const pictures = createPictureFolder(folder);
    for (const id of ['../../escape', '/etc/passwd', 'a\0b', '.', '']) await pictures.keep(id, bytes(1));
    expect(readdirSync(root)).toEqual(['pictures']);
    expect(namesIn().every((name) => /^[0-9a-f]{40}\.jpg$/.test(name))).toBe(true);
    expect(namesIn()).toHaveLength(5);
    await pictures.empty();
    expect(readdirSync(root)).toEqual([]);
  });

  it('does without a picture where the disk takes none', async () => {
    writeFileSync(folder, 'in the way');
    const pictures = createPictureFolder(folder);
    await pictures.keep('task-1', bytes(1));
    expect(await pictures.read('task-1')).toBeNull();
    await pictures.drop(['task-1']);
  });
});
