import { createDecipheriv, scryptSync } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openerFrom, sealed, sealedFileIn } from '../../electron/platform/key-file-format.ts';
import { createKeyFile } from '../../electron/platform/key-file.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import { createManualClock } from '../fakes/manual-clock.ts';

const passphrase = 'correct horse battery';
const cheap = 2 ** 10;

const start = async (keys: Record<string, string> = { g: 'sk-one', h: 'sk-two' }) => {
  const folder = mkdtempSync(join(tmpdir(), 'taskbell-keys-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, 'keys.taskbell');
  const clock = createManualClock();
  await createKeyFile(path, clock, cheap).create(passphrase, new Map(Object.entries(keys)));
  return { folder, path, clock, file: createKeyFile(path, clock, cheap) };
};

/** The file as docs/key-file.md tells a reader to open it, without any of our code. */
const openedByHand = (text: string, word: string): unknown => {
  const file = JSON.parse(text) as Record<'kdf' | 'cipher', Record<string, string & number>> & {
    readonly data: string;
  };
  const { N, r, p, salt = '' } = file.kdf;
  const { nonce = '', tag = '' } = file.cipher;
  const cost = { N: Number(N), r: Number(r), p: Number(p), maxmem: 2 ** 28 };
  const key = scryptSync(word.normalize('NFC'), Buffer.from(salt, 'base64'), 48, cost).subarray(0, 32);
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64'));
  const clear = `taskbell-keys/1 scrypt ${String(N)} ${String(r)} ${String(p)} ${salt} aes-256-gcm`;
  decipher.setAAD(Buffer.from(clear));
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  return JSON.parse(decipher.update(file.data, 'base64', 'utf8') + decipher.final('utf8'));
};

describe('a file of keys', () => {
  it('gives, keeps and forgets keys once its passphrase was entered, and none before', async () => {
    const { file, path, clock } = await start();
    expect(await file.read('g')).toEqual(failed('key-file-locked'));
    expect(await file.keep('g', 'sk-new')).toEqual(failed('key-file-locked'));
    expect(await file.open(passphrase)).toEqual(ok(null));
    expect(await file.read('g')).toEqual(ok('sk-one'));
    expect(await file.read('nobody')).toEqual(ok(null));
    await file.keep('i', 'sk-three');
    await file.forget('g');
    const again = createKeyFile(path, clock, cheap);
    await again.open(passphrase);
    expect(await Promise.all(['g', 'h', 'i'].map((id) => again.read(id)))).toEqual([
      ok(null),
      ok('sk-two'),
      ok('sk-three'),
    ]);
  });

  it('holds no key in clear, is the user’s alone, and leaves nothing beside it', async () => {
    const { folder, path } = await start();
    expect(readFileSync(path, 'utf8')).not.toContain('sk-');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['keys.taskbell']);
  });

  it('can be opened by whoever has read the description of its format', async () => {
    const { path } = await start();
    expect(openedByHand(readFileSync(path, 'utf8'), passphrase)).toEqual({ g: 'sk-one', h: 'sk-two' });
  });

  it('takes the same passphrase in other code points', async () => {
    const { folder, clock } = await start();
    const path = join(folder, 'other.taskbell');
    await createKeyFile(path, clock, cheap).create('caf\u00e9 caf\u00e9', new Map());
    expect(await createKeyFile(path, clock, cheap).open('cafe\u0301 cafe\u0301')).toEqual(ok(null));
  });

  it('uses another nonce for each writing', async () => {
    const { file, path } = await start();
    await file.open(passphrase);
    const nonces = new Set<string>();
    for (let round = 0; round < 5; round += 1) {
      await file.keep('g', 'sk-one');
      nonces.add(/"nonce": "([^"]+)"/.exec(readFileSync(path, 'utf8'))?.[1] ?? '');
    }
    expect(nonces.size).toBe(5);
  });

  it('is set aside, not written over, when another is made in its place', async () => {
    const { folder, path, clock } = await start();
    await createKeyFile(path, clock, cheap).create('another passphrase', new Map());
    const [before = ''] = readdirSync(folder).filter((name) => name.includes('.before-'));
    expect(openedByHand(readFileSync(join(folder, before), 'utf8'), passphrase)).toMatchObject({
      g: 'sk-one',
    });
  });
});

/** Computed with Python’s hashlib.scrypt and the AESGCM of its package cryptography. */
describe('the known answer', () => {
  const given = { N: 1024, r: 8, p: 1, salt: Buffer.from('000102030405060708090a0b0c0d0e0f', 'hex') };
  const nonce = Buffer.from('101112131415161718191a1b', 'hex');

  it('is the one that another implementation of scrypt and AES-256-GCM gives', async () => {
    const text = sealed(new Map([['gateway-1', 'sk-test-0123']]), await openerFrom(passphrase, given), nonce);
    expect(JSON.parse(text)).toEqual({
      format: 'taskbell-keys',
      version: 1,
      kdf: { name: 'scrypt', N: 1024, r: 8, p: 1, salt: 'AAECAwQFBgcICQoLDA0ODw==' },
      check: 'VmRgEnQX1g9O2a++E8p/Aw==',
      cipher: { name: 'aes-256-gcm', nonce: 'EBESExQVFhcYGRob', tag: 'XFeCkNwyBhFhuRvOtk68Jw==' },
      data: 'nUVheUHjLC2jeBQ8Tet9I8Nb0JV6mABaoN+qdQ==',
    });
  });
});

describe('a passphrase', () => {
  it('that is wrong is told, and the file stays as it is', async () => {
    const { file, path } = await start();
    const before = readFileSync(path);
    expect(await file.open('correct horse batterx')).toEqual(failed('wrong-passphrase'));
    expect(file.isOpen()).toBe(false);
    expect(readFileSync(path)).toEqual(before);
  });

  it('is looked at no more after three wrong ones within a minute, also the right one', async () => {
    const { file, clock } = await start();
    for (let round = 0; round < 3; round += 1)
      expect(await file.open(`wrong ${String(round)}`)).toEqual(failed('wrong-passphrase'));
    expect(await file.open(passphrase)).toEqual(failed('too-many-tries'));
    expect(await file.changePassphrase(passphrase, 'another one')).toEqual(failed('too-many-tries'));
    await clock.advance(60_000);
    expect(await file.open(passphrase)).toEqual(ok(null));
  });

  it('is counted though many come at once', async () => {
    const { file } = await start();
    const answers = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((word) => file.open(word)));
    expect(answers.filter(({ ok: opened }) => !opened)).toHaveLength(5);
    expect(answers.slice(3)).toEqual([failed('too-many-tries'), failed('too-many-tries')]);
  });

  it('can be changed: the new one opens the file, the old one no longer', async () => {
    const { file, path, clock } = await start();
    expect(await file.changePassphrase('not this one', 'battery staple')).toEqual(failed('wrong-passphrase'));
    expect(await file.changePassphrase(passphrase, 'battery staple')).toEqual(ok(null));
    const again = createKeyFile(path, clock, cheap);
    expect(await again.open(passphrase)).toEqual(failed('wrong-passphrase'));
    expect(await again.open('battery staple')).toEqual(ok(null));
    expect(await again.read('h')).toEqual(ok('sk-two'));
  });
});

describe('a file that was changed', () => {
  const changed = (text: string, field: string): string =>
    text.replace(
      new RegExp(`("${field}": ")(.)`),
      (_all, name: string, first: string) => `${name}${first === 'A' ? 'B' : 'A'}`,
    );

  it.each([
    ['data', 'key-file-damaged'],
    ['tag', 'key-file-damaged'],
    ['nonce', 'key-file-damaged'],
    ['salt', 'wrong-passphrase'],
    ['check', 'wrong-passphrase'],
    ['format', 'key-file-damaged'],
  ])('in its %s gives no key, and is left as it is', async (field, trouble) => {
    const { file, path } = await start();
    const tampered = changed(readFileSync(path, 'utf8'), field);
    writeFileSync(path, tampered);
    expect(await file.open(passphrase)).toEqual(failed(trouble));
    expect(await file.keep('g', 'sk-new')).toMatchObject({ ok: false });
    expect(readFileSync(path, 'utf8')).toBe(tampered);
  });

  it('so that its cost would take all memory is refused before anything is computed', async () => {
    const { file, path } = await start();
    writeFileSync(path, readFileSync(path, 'utf8').replace('"N": 1024', '"N": 1073741824'));
    expect(await file.open(passphrase)).toEqual(failed('key-file-damaged'));
  });

  it('by being cut off anywhere is told as damaged, before a passphrase is asked for', async () => {
    const { file, path } = await start();
    const whole = readFileSync(path, 'utf8');
    for (let length = 0; length < whole.length - 2; length += 37) {
      writeFileSync(path, whole.slice(0, length));
      expect(await file.read('g')).toEqual(failed('key-file-damaged'));
      expect(sealedFileIn(whole.slice(0, length))).toEqual(failed('key-file-damaged'));
    }
    writeFileSync(path, whole);
    expect(await file.open(passphrase)).toEqual(ok(null));
  });

  it('by being removed is told, and nothing is made in its place', async () => {
    const { file, path, folder } = await start();
    rmSync(path);
    expect(await file.open(passphrase)).toEqual(failed('no-key-file'));
    expect(await file.read('g')).toEqual(failed('key-file-failed'));
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('a folder that cannot be written to', () => {
  it('leaves the keys as they were, in the file and in memory', async () => {
    const { file, path, folder } = await start();
    await file.open(passphrase);
    // A folder of that name is in the way of the new file, for every user.
    mkdirSync(`${path}.new`);
    writeFileSync(join(`${path}.new`, 'x'), '');
    expect(await file.keep('g', 'sk-new')).toEqual(failed('key-file-failed'));
    expect(await file.read('g')).toEqual(ok('sk-one'));
    rmSync(`${path}.new`, { recursive: true });
    expect(readdirSync(folder)).toEqual(['keys.taskbell']);
  });
});
