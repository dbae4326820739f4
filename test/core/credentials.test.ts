import { describe, expect, it } from 'vitest';
import { createCredentials } from '../../electron/core/credentials.ts';
import type { VaultTrouble } from '../../electron/core/vault-ports.ts';
import { ok, type Result } from '../../electron/shared/result.ts';
import { createMemoryVault } from '../fakes/memory-vault.ts';

const studio = { id: 'g', baseUrl: 'https://api.example.com' };
const elsewhere = { ...studio, baseUrl: 'https://elsewhere.example' };

const start = (key: string | null = 'sk-old') => {
  const vault = createMemoryVault();
  if (key !== null) vault.keys.set('g', key);
  return { vault, credentials: createCredentials(vault) };
};

describe('a key', () => {
  it('is read from the keychain once, also for many checks at a time', async () => {
    const { vault, credentials } = start();
    const read = await Promise.all([
      credentials.read(studio),
      credentials.read(studio),
      credentials.read(studio),
    ]);
    expect(read).toEqual([ok('sk-old'), ok('sk-old'), ok('sk-old')]);
    await credentials.read(studio);
    expect(vault.reads).toEqual(['g']);
  });

  it('that is replaced counts at once', async () => {
    const { credentials } = start();
    await credentials.read(studio);
    await credentials.keep(studio, 'sk-new');
    expect(await credentials.read(studio)).toEqual(ok('sk-new'));
  });

  it('that the keychain did not take changes nothing', async () => {
    const { vault, credentials } = start();
    await credentials.read(studio);
    vault.trouble = 'keyring-locked';
    expect(await credentials.keep(studio, 'sk-new')).toEqual({ ok: false, trouble: 'keyring-locked' });
    expect(await credentials.read(studio)).toEqual(ok('sk-old'));
  });

  it('that could not be read is asked for again the next time', async () => {
    const { vault, credentials } = start();
    vault.trouble = 'keyring-absent';
    expect(await credentials.read(studio)).toEqual({ ok: false, trouble: 'keyring-absent' });
    vault.trouble = null;
    expect(await credentials.read(studio)).toEqual(ok('sk-old'));
  });

  it('that is missing is asked for again, as the user may have put it there', async () => {
    const { vault, credentials } = start(null);
    expect(await credentials.read(studio)).toEqual({ ok: false, trouble: 'no-key' });
    vault.keys.set('g', 'sk-late');
    expect(await credentials.read(studio)).toEqual(ok('sk-late'));
  });

  it('that is forgotten is not remembered either, even when a read of it was underway', async () => {
    const { vault, credentials } = start();
    let answerRead: (answer: Result<string | null, VaultTrouble>) => void = () => undefined;
    const slow = createCredentials({
      ...vault,
      read: () => new Promise((resolve) => (answerRead = resolve)),
      // The keychain answers in the order in which it was asked.
      forget: (gatewayId) => {
        answerRead(ok('sk-old'));
        return vault.forget(gatewayId);
      },
    });
    const reading = slow.read(studio);
    await slow.forget('g');
    await reading;
    const afterwards = slow.read(studio);
    answerRead(ok(null));
    expect(await afterwards).toEqual({ ok: false, trouble: 'no-key' });
    await credentials.forget('g');
    expect(vault.keys.size).toBe(0);
  });

  it('is given for the origin that it was entered for, and for no other', async () => {
    const { credentials } = start();
    await credentials.read(studio);
    expect(await credentials.read(elsewhere)).toEqual({ ok: false, trouble: 'no-key' });
    expect(await credentials.read({ ...studio, baseUrl: 'https://api.example.com/v1' })).toEqual(
      ok('sk-old'),
    );
  });

  it('that was entered for another origin is not given to who asked for the old one meanwhile', async () => {
    const { credentials } = start();
    const moved = credentials.keep(elsewhere, 'sk-new');
    const asked = credentials.read(studio);
    await moved;
    expect(await asked).toEqual({ ok: false, trouble: 'no-key' });
    expect(await credentials.read(elsewhere)).toEqual(ok('sk-new'));
  });
});
