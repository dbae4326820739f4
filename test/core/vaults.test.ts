import { describe, expect, it } from 'vitest';
import type { CredentialVault } from '../../electron/core/vault-ports.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import { createVaults } from '../../electron/core/vaults.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import { vaultKinds, type VaultKind } from '../../electron/shared/vault.ts';
import { createMemoryKeyFile } from '../fakes/memory-key-file.ts';
import { createMemoryVault } from '../fakes/memory-vault.ts';

const ids = ['a', 'b', 'c'];
const all = { a: 'sk-a', b: 'sk-b' };
const passphrase = 'correct horse';

class Died extends Error {}

/** A computer: what is on it outlives the process, which can be made to die at any of its writes. */
const createComputer = () => {
  const keyring = createMemoryVault();
  const file = createMemoryKeyFile();
  const settings = new Map<string, string>();
  const computer = { writesLeft: Infinity, storeFails: false };
  const write = (): void => {
    if (computer.writesLeft <= 0) throw new Died();
    computer.writesLeft -= 1;
  };
  const dying = <Vault extends CredentialVault>(vault: Vault): Vault => ({
    ...vault,
    keep: (id: string, key: string) => (write(), vault.keep(id, key)),
    forget: (id: string) => (write(), vault.forget(id)),
  });
  const start = () => {
    file.lock();
    const vaults = createVaults({
      keyring: dying(keyring),
      file: {
        ...dying(file),
        create: (word, keys) => (write(), file.create(word, keys)),
        discard: () => (write(), file.discard()),
      },
      store: {
        setting: (name) => settings.get(name) ?? null,
        saveSetting: (name, value) => {
          if (computer.storeFails) throw new StoreFailure('full');
          write();
          settings.set(name, value);
        },
      },
      accounts: () => ids,
      onChanged: () => undefined,
    });
    void vaults.restore();
    return vaults;
  };
  return { keyring, file, computer, start };
};

const keysOf = async (vault: CredentialVault): Promise<Record<string, string>> => {
  const keys: Record<string, string> = {};
  for (const id of ids) {
    const read = await vault.read(id);
    if (read.ok && read.value !== null) keys[id] = read.value;
  }
  return keys;
};

/** A computer whose keys are at a place. */
const startAt = async (kind: VaultKind) => {
  const world = createComputer();
  for (const [id, key] of Object.entries(all)) world.keyring.keys.set(id, key);
  const vaults = world.start();
  if (kind !== 'keyring') expect(await vaults.move(kind, passphrase, false)).toEqual(ok(null));
  return { ...world, vaults };
};

const ways = vaultKinds.flatMap((from) => vaultKinds.filter((to) => to !== from).map((to) => ({ from, to })));

describe.each(ways)('moving all keys, $from to $to', ({ from, to }) => {
  it('takes all of them along and leaves none behind', async () => {
    const { vaults, keyring, file } = await startAt(from);
    expect(await vaults.move(to, passphrase, false)).toEqual(ok(null));
    expect(vaults.state()).toMatchObject({ kind: to, trouble: null, leftovers: [] });
    expect(await keysOf(vaults)).toEqual(all);
    expect(keyring.keys.size).toBe(to === 'keyring' ? 2 : 0);
    expect(file.isThere()).toBe(to === 'file');
  });

  it('loses none when the process dies at any write of it', async () => {
    for (let writes = 0; writes < 12; writes += 1) {
      const { vaults, computer, start, file } = await startAt(from);
      // What is in memory alone is lost with the process, which is what the user has chosen.
      if (from === 'memory') return;
      computer.writesLeft = writes;
      const died = await vaults.move(to, passphrase, false).then(
        () => false,
        () => true,
      );
      computer.writesLeft = Infinity;
      const again = start();
      const { kind } = again.state();
      if (file.isThere()) await again.unlock(passphrase);
      if (kind !== 'memory') expect(await keysOf(again)).toEqual(all);
      if (!died) break;
    }
  });
});

describe('a move that fails', () => {
  it('because the new place does not take a key leaves all as it was', async () => {
    const { vaults, keyring, file } = await startAt('file');
    keyring.trouble = 'keyring-locked';
    expect(await vaults.move('keyring', null, false)).toEqual(failed('keyring-locked'));
    expect(vaults.state().kind).toBe('file');
    expect(await keysOf(vaults)).toEqual(all);
    expect(file.content?.keys.size).toBe(2);
  });

  it('because the old place cannot be read leaves all as it was', async () => {
    const { vaults, keyring } = await startAt('keyring');
    keyring.trouble = 'keyring-absent';
    expect(await vaults.move('file', passphrase, false)).toEqual(failed('keyring-absent'));
    keyring.trouble = null;
    expect(await keysOf(vaults)).toEqual(all);
  });

  it('because the disk takes no choice leaves all as it was', async () => {
    const { vaults, computer } = await startAt('keyring');
    computer.storeFails = true;
    expect(await vaults.move('memory', null, false)).toEqual(failed('store-failed'));
    expect(vaults.state().kind).toBe('keyring');
    expect(await keysOf(vaults)).toEqual(all);
  });

  it('halfway puts back what the new place held before', async () => {
    const { vaults, keyring } = await startAt('file');
    keyring.keys.set('a', 'sk-older');
    const keep = keyring.keep.bind(keyring);
    keyring.keep = (id, key) => (id === 'b' ? Promise.resolve(failed('keyring-failed')) : keep(id, key));
    expect(await vaults.move('keyring', null, false)).toEqual(failed('keyring-failed'));
    expect([...keyring.keys]).toEqual([['a', 'sk-older']]);
    expect(await keysOf(vaults)).toEqual(all);
  });

  it('for want of a passphrase is told', async () => {
    const { vaults } = await startAt('keyring');
    expect(await vaults.move('file', 'short', false)).toEqual(failed('passphrase-short'));
    expect(await vaults.move('file', null, false)).toEqual(failed('passphrase-short'));
  });
});

describe('where no keyring answers', () => {
  it('another place can be chosen without the keys, which stay where they are', async () => {
    const { vaults, keyring } = await startAt('keyring');
    keyring.trouble = 'keyring-absent';
    expect(await vaults.move('memory', null, true)).toEqual(ok(null));
    expect(await vaults.keep('a', 'sk-entered')).toEqual(ok(null));
    expect(await vaults.read('a')).toEqual(ok('sk-entered'));
    expect(keyring.keys.get('a')).toBe('sk-a');
  });

  it('nothing is kept anywhere before the user has chosen', async () => {
    const { vaults, keyring, file } = await startAt('keyring');
    keyring.trouble = 'keyring-absent';
    expect(await vaults.keep('c', 'sk-c')).toEqual(failed('keyring-absent'));
    expect(vaults.state()).toMatchObject({ kind: 'keyring', trouble: 'keyring-absent' });
    expect(file.isThere()).toBe(false);
  });
});

describe('copies that could not be removed', () => {
  it('are named, and removed at a later start', async () => {
    const { vaults, keyring, start, file } = await startAt('keyring');
    const forget = keyring.forget.bind(keyring);
    keyring.forget = () => Promise.resolve(failed('keyring-locked'));
    expect(await vaults.move('file', passphrase, false)).toEqual(ok(null));
    expect(vaults.state().leftovers).toEqual(['keyring']);
    keyring.forget = forget;
    const again = start();
    await again.restore();
    expect(again.state().leftovers).toEqual([]);
    expect(keyring.keys.size).toBe(0);
    expect(file.content?.keys.size).toBe(2);
  });

  it('go with the key of a gateway that is removed', async () => {
    const { vaults, keyring } = await startAt('keyring');
    await vaults.move('memory', null, true);
    expect(await vaults.forget('a')).toEqual(ok(null));
    expect([...keyring.keys.keys()]).toEqual(['b']);
  });
});

describe('forgetting all keys', () => {
  it.each(vaultKinds)('leaves none: %s', async (kind) => {
    const { vaults, keyring, file } = await startAt(kind);
    expect(await vaults.forgetAll()).toEqual(ok(null));
    expect(await keysOf(vaults)).toEqual({});
    expect([keyring.keys.size, file.isThere()]).toEqual([0, false]);
  });

  it('is the way on from a forgotten passphrase', async () => {
    const { start, file } = await startAt('file');
    const vaults = start();
    expect(vaults.state().locked).toBe(true);
    expect(await vaults.forgetAll()).toEqual(ok(null));
    expect(vaults.state()).toMatchObject({ kind: 'keyring', locked: false });
    expect(file.isThere()).toBe(false);
  });
});

describe('a start', () => {
  it('waits for the passphrase of the file, and for nothing else', async () => {
    const { start } = await startAt('file');
    const vaults = start();
    expect(await vaults.read('a')).toEqual(failed('key-file-locked'));
    expect(await vaults.unlock('something else')).toEqual(failed('wrong-passphrase'));
    expect(await vaults.unlock(passphrase)).toEqual(ok(null));
    expect(vaults.state()).toMatchObject({ locked: false, trouble: null });
    expect(await keysOf(vaults)).toEqual(all);
  });

  it('takes up a file of keys that nothing tells of', async () => {
    const { file, start } = createComputer();
    await file.create(passphrase, new Map(Object.entries(all)));
    expect(start().state()).toMatchObject({ kind: 'file', locked: true });
  });

  it('begins with no key where they are in memory alone', async () => {
    const { start } = await startAt('memory');
    const vaults = start();
    expect(vaults.state().kind).toBe('memory');
    expect(await keysOf(vaults)).toEqual({});
  });
});
