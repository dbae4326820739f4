import { describe, expect, it } from 'vitest';
import { createKeytarVault, type Keytar } from '../../electron/platform/keytar-vault.ts';
import { createManualClock, settled } from '../fakes/manual-clock.ts';

const locked = { ok: false, trouble: 'keyring-locked' };

/** A keytar whose calls wait, while it is held, until the test lets them go on. */
const startVault = () => {
  const clock = createManualClock();
  const keys = new Map<string, string>();
  const calls: string[] = [];
  const waiting: (() => void)[] = [];
  const world = { held: false, underway: 0, mostAtOnce: 0, error: null as Error | null, locked: false };
  const call = async <Value>(name: string, value: () => Value): Promise<Value> => {
    calls.push(name);
    world.underway += 1;
    world.mostAtOnce = Math.max(world.mostAtOnce, world.underway);
    if (world.held) await new Promise<void>((resolve) => waiting.push(resolve));
    else await settled();
    world.underway -= 1;
    if (world.error !== null) throw world.error;
    return value();
  };
  const nameOf = (service: string, account: string): string => `${service}/${account}`;
  const keytar: Keytar = {
    getPassword: (service, account) =>
      call('get', () => (world.locked ? null : (keys.get(nameOf(service, account)) ?? null))),
    setPassword: (service, account, key) => call('set', () => void keys.set(nameOf(service, account), key)),
    deletePassword: (service, account) => call('delete', () => keys.delete(nameOf(service, account))),
  };
  const isLocked = (): Promise<boolean> => {
    calls.push('locked?');
    return Promise.resolve(world.locked);
  };
  const vault = createKeytarVault(() => Promise.resolve(keytar), isLocked, clock);
  /** Lets the oldest waiting call go on. */
  const letGo = async (): Promise<void> => {
    waiting.shift()?.();
    await settled();
  };
  return { clock, keys, calls, world, vault, letGo };
};

describe('a keychain that answers', () => {
  it('keeps, gives and forgets the key of a gateway, under the name of the app', async () => {
    const { vault, keys } = startVault();
    expect(await vault.read('g')).toEqual({ ok: true, value: null });
    expect(await vault.keep('g', 'sk-1')).toEqual({ ok: true, value: null });
    expect([...keys]).toEqual([['Taskbell/g', 'sk-1']]);
    expect(await vault.read('g')).toEqual({ ok: true, value: 'sk-1' });
    expect(await vault.forget('g')).toEqual({ ok: true, value: null });
    expect(keys.size).toBe(0);
  });

  it('is asked one thing at a time, in the order of asking', async () => {
    const { vault, world } = startVault();
    const answers = await Promise.all([
      vault.keep('g', 'sk-1'),
      vault.read('g'),
      vault.keep('g', 'sk-2'),
      vault.read('g'),
      vault.read('h'),
    ]);
    expect(world.mostAtOnce).toBe(1);
    expect(answers.map((answer) => answer.ok && answer.value)).toEqual([null, 'sk-1', null, 'sk-2', null]);
  });

  it('leaves no timer behind', async () => {
    const { vault, clock } = startVault();
    await vault.read('g');
    expect(clock.pending()).toBe(0);
  });
});

describe('a keychain that does not answer', () => {
  it('is given up after 10 s, for the caller and for everyone who waits behind it', async () => {
    const { vault, clock, world, calls } = startVault();
    world.held = true;
    const answers: unknown[] = [];
    void vault.read('g').then((answer) => answers.push(answer));
    void vault.read('h').then((answer) => answers.push(answer));
    await clock.advance(9_999);
    expect(answers).toEqual([]);
    await clock.advance(1);
    expect(answers).toEqual([locked, locked]);
    expect(calls).toEqual(['get']);
  });

  it('is not asked again while it hangs, however often it is needed', async () => {
    const { vault, clock, world, calls } = startVault();
    world.held = true;
    const first = vault.read('g');
    await clock.advance(10_000);
    await first;
    for (let round = 0; round < 5; round += 1) {
      expect(await vault.read('g')).toEqual(locked);
      expect(await vault.keep('g', 'sk-1')).toEqual(locked);
      expect(await vault.forget('g')).toEqual(locked);
      await clock.advance(60_000);
    }
    expect(calls).toEqual(['get']);
  });

  it('is asked again once it has answered after all', async () => {
    const { vault, clock, keys, world, letGo } = startVault();
    keys.set('Taskbell/g', 'sk-1');
    world.held = true;
    const first = vault.read('g');
    await clock.advance(10_000);
    expect(await first).toEqual(locked);
    world.held = false;
    await letGo();
    expect(await vault.read('g')).toEqual({ ok: true, value: 'sk-1' });
  });

  it('is asked again once the hanging call has failed', async () => {
    const { vault, clock, world, letGo } = startVault();
    world.held = true;
    const first = vault.read('g');
    await clock.advance(10_000);
    await first;
    world.held = false;
    world.error = new Error('dismissed');
    await letGo();
    world.error = null;
    expect(await vault.read('g')).toEqual({ ok: true, value: null });
  });
});

describe('a locked keyring that answers as one without the key', () => {
  it('is told as locked, and gives the key once it is unlocked', async () => {
    const { vault, keys, world } = startVault();
    keys.set('Taskbell/g', 'sk-1');
    world.locked = true;
    expect(await vault.read('g')).toEqual(locked);
    world.locked = false;
    expect(await vault.read('g')).toEqual({ ok: true, value: 'sk-1' });
    expect(await vault.read('h')).toEqual({ ok: true, value: null });
  });

  it('is not made to prompt again by each reading', async () => {
    const { vault, world, calls } = startVault();
    world.locked = true;
    for (let round = 0; round < 3; round += 1) expect(await vault.read('g')).toEqual(locked);
    expect(calls.filter((call) => call === 'get')).toHaveLength(1);
  });

  it('is looked for only where a key is missing', async () => {
    const { vault, calls } = startVault();
    await vault.keep('g', 'sk-1');
    await vault.read('g');
    expect(calls).not.toContain('locked?');
    await vault.read('h');
    expect(calls).toContain('locked?');
  });
});

describe('a key that the user was told is not stored', () => {
  /** The keyring hangs at the given call of `keep`, counted from 0, and is unlocked after the caller has given up. */
  const keepLate = async (stored: string | null, hangsAt: number) => {
    const start = startVault();
    const { vault, clock, keys, world, letGo } = start;
    if (stored !== null) keys.set('Taskbell/g', stored);
    world.held = true;
    const kept = vault.keep('g', 'sk-new');
    await settled();
    for (let call = 0; call < hangsAt; call += 1) await letGo();
    await clock.advance(10_000);
    expect(await kept).toEqual(locked);
    world.held = false;
    await letGo();
    await settled();
    await settled();
    return start;
  };

  it.each([0, 1])('is not there when the keyring is unlocked later (call %i)', async (hangsAt) => {
    const { keys, vault } = await keepLate(null, hangsAt);
    expect(keys.size).toBe(0);
    expect(await vault.read('g')).toEqual({ ok: true, value: null });
  });

  it.each([0, 1])(
    'has not replaced the one before when the keyring is unlocked later (call %i)',
    async (hangsAt) => {
      const { keys } = await keepLate('sk-old', hangsAt);
      expect([...keys.values()]).toEqual(['sk-old']);
    },
  );
});

describe('a key that was never handed over when the caller gave up', () => {
  it('is not handed over later', async () => {
    const { vault, clock, calls, world, letGo } = startVault();
    world.held = true;
    const kept = vault.keep('g', 'sk-new');
    await clock.advance(10_000);
    await kept;
    await letGo();
    expect(calls).toEqual(['get']);
  });
});

describe('what the keychain complains of', () => {
  it.each([
    ['Cannot create an item in a locked collection', 'keyring-locked'],
    ['Prompt was dismissed', 'keyring-locked'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'keyring-absent'],
    ['GDBus.Error:org.freedesktop.DBus.Error.ServiceUnknown: no such name', 'keyring-absent'],
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keyring-absent'],
    ['Could not connect: No such file or directory', 'keyring-absent'],
    ['Cannot spawn a message bus without a machine-id', 'keyring-absent'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'keyring-failed'],
    ['', 'keyring-failed'],
  ])('“%s” is told as %s', async (message, trouble) => {
    const { vault, world } = startVault();
    world.error = new Error(message);
    expect(await vault.read('g')).toEqual({ ok: false, trouble });
    expect(await vault.keep('g', 'sk-1')).toEqual({ ok: false, trouble });
    expect(await vault.forget('g')).toEqual({ ok: false, trouble });
  });

  it('as a library that cannot be loaded counts as no keyring, and is tried again', async () => {
    let loads = 0;
    const vault = createKeytarVault(
      () => {
        loads += 1;
        return Promise.reject(
          new Error('libsecret-1.so.0: cannot open shared object file: No such file or directory'),
        );
      },
      () => Promise.resolve(false),
      createManualClock(),
    );
    expect(await vault.read('g')).toEqual({ ok: false, trouble: 'keyring-absent' });
    await vault.read('g');
    expect(loads).toBe(2);
  });
});
