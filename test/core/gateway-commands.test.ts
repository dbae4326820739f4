import { describe, expect, it } from 'vitest';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import type { GatewayTrial } from '../../electron/shared/gateway.ts';
import { createMemoryVault, type MemoryVault } from '../fakes/memory-vault.ts';
import { addGateway, key, startWholeApp } from '../fakes/whole-app.ts';
import { draft, trial } from '../ipc/well-formed.ts';

const minuteMs = 60_000;

describe('a gateway that could not be stored', () => {
  it('leaves no key behind in the keychain', async () => {
    const whole = startWholeApp({
      store: (real) => ({
        ...real,
        saveGateway: () => {
          throw new StoreFailure('The watchlist could not be saved: disk full.');
        },
      }),
    });
    await expect(addGateway(whole)).rejects.toThrow(StoreFailure);
    expect(whole.vault.keys.size).toBe(0);
    expect(whole.app.view().gateways).toEqual([]);
  });
});

describe('a stored key', () => {
  it('stays with the gateway when its name or path changes', async () => {
    const whole = startWholeApp();
    const id = await addGateway(whole);
    const renamed = { ...draft, name: 'Renamed', baseUrl: 'https://api.example.com/relay/' };
    expect(await whole.app.gateways.update(id, renamed)).toMatchObject({
      ok: true,
      value: { name: 'Renamed' },
    });
    expect((await whole.app.gateways.test(id, renamed)).ok).toBe(true);
    expect(whole.http.requests.at(-1)?.url).toMatch(/^https:\/\/api\.example\.com\/relay\/v1\/videos\//);
  });

  it('is sent to no other origin, neither by a test nor by a change', async () => {
    const whole = startWholeApp();
    const id = await addGateway(whole);
    const elsewhere = { ...draft, baseUrl: 'https://elsewhere.example' };
    expect(await whole.app.gateways.test(id, elsewhere)).toEqual({ ok: false, trouble: 'key-missing' });
    expect(await whole.app.gateways.update(id, elsewhere)).toEqual({ ok: false, trouble: 'key-missing' });
    expect(whole.http.requests).toEqual([]);
    expect(whole.app.view().gateways).toMatchObject([{ baseUrl: 'https://api.example.com' }]);
  });
});

describe('a Test', () => {
  it('needs no name, and does not mind one that is taken', async () => {
    const whole = startWholeApp();
    expect(await whole.app.gateways.test(null, { ...trial, key })).toMatchObject({ ok: true });
    await addGateway(whole);
    expect(await whole.app.gateways.test(null, { ...draft, key })).toMatchObject({ ok: true });
    expect(await whole.app.gateways.add({ ...draft, key })).toEqual({ ok: false, trouble: 'name-taken' });
    expect(whole.http.requests).toHaveLength(2);
  });

  it('needs everything else that asking takes', async () => {
    const { app } = startWholeApp();
    const troubleOf = async (given: Partial<GatewayTrial>) => {
      const tested = await app.gateways.test(null, { ...trial, key, ...given });
      return tested.ok ? null : tested.trouble;
    };
    expect(await troubleOf({ baseUrl: 'studio' })).toBe('not-a-url');
    expect(await troubleOf({ dialect: 'esperanto' })).toBe('unknown-dialect');
    expect(await troubleOf({ requestsPerSecond: 0 })).toBe('rate-out-of-range');
    expect(await troubleOf({ key: ' ' })).toBe('key-missing');
  });
});

describe('a change of the name alone', () => {
  it('asks about no task, and one of the address does', async () => {
    const whole = startWholeApp();
    const id = await addGateway(whole);
    whole.app.tasks.watch('task_1', id, 'window');
    await whole.clock.advance(3_000);
    const asked = whole.http.requests.length;
    await whole.app.gateways.update(id, { ...draft, name: 'Renamed', key: null });
    await whole.clock.advance(500);
    expect(whole.http.requests).toHaveLength(asked);
    await whole.app.gateways.update(id, { ...draft, baseUrl: `${draft.baseUrl}/v2`, key: null });
    await whole.clock.advance(500);
    expect(whole.http.requests).toHaveLength(asked + 1);
  });
});

describe('a change that could not be stored', () => {
  it('leaves the key in the keychain that was there before, for its own origin', async () => {
    const disk = { full: false };
    const whole = startWholeApp({
      store: (real) => ({
        ...real,
        saveGateway: (gateway) => {
          if (disk.full) throw new StoreFailure('The watchlist could not be saved: disk full.');
          real.saveGateway(gateway);
        },
      }),
    });
    const id = await addGateway(whole);
    disk.full = true;
    const moved = { ...draft, baseUrl: 'https://elsewhere.example', key: 'sk-for-elsewhere-only' };
    await expect(whole.app.gateways.update(id, moved)).rejects.toThrow(StoreFailure);
    expect([...whole.vault.keys.values()]).toEqual([key]);
    whole.app.tasks.watch('task_1', id, 'window');
    await whole.clock.advance(3_000);
    expect(whole.http.requests.at(-1)).toMatchObject({
      url: 'https://api.example.com/v1/videos/task_1',
      headers: { Authorization: `Bearer ${key}` },
    });
  });
});

describe('two changes at a time', () => {
  it('cannot give two gateways one name', async () => {
    const whole = startWholeApp();
    const twice = [addGateway(whole), addGateway(whole)];
    const outcomes = await Promise.allSettled(twice);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(whole.app.view().gateways).toHaveLength(1);
    expect(whole.vault.keys.size).toBe(1);
  });

  it('cannot bring back a gateway that was removed meanwhile', async () => {
    const whole = startWholeApp();
    const id = await addGateway(whole);
    const [removed, updated] = await Promise.all([
      whole.app.gateways.remove(id),
      whole.app.gateways.update(id, { ...draft, key: 'sk-another-0123456789' }),
    ]);
    expect(removed.ok).toBe(true);
    expect(updated).toEqual({ ok: false, trouble: 'unknown-gateway' });
    expect(whole.vault.keys.size).toBe(0);
  });
});

describe('a key entered for another origin', () => {
  it('is not sent to the old one by a check that began while it was being stored', async () => {
    const vault = createMemoryVault();
    let taken: () => void = () => undefined;
    let slow = false;
    const slowVault: MemoryVault = {
      ...vault,
      keep: async (gatewayId, given) => {
        if (slow) await new Promise<void>((resolve) => (taken = resolve));
        return vault.keep(gatewayId, given);
      },
    };
    const whole = startWholeApp({ vault: slowVault });
    const id = await addGateway(whole);
    whole.app.tasks.watch('task_1', id, 'window');
    slow = true;
    const moved = { ...draft, baseUrl: 'https://elsewhere.example', key: 'sk-for-elsewhere-only' };
    const moving = whole.app.gateways.update(id, moved);
    await whole.clock.advance(minuteMs);
    taken();
    await moving;
    await whole.clock.advance(minuteMs);
    const sent = whole.http.requests.map(
      ({ url, headers }) => `${new URL(url).host} ${headers['Authorization'] ?? ''}`,
    );
    expect(new Set(sent)).toEqual(
      new Set([`api.example.com Bearer ${key}`, 'elsewhere.example Bearer sk-for-elsewhere-only']),
    );
  });
});

describe('a gateway found in a text', () => {
  const given = { name: 'Found', dialect: 'relay', allowPlainHttp: false, requestsPerSecond: null };
  const command = (url: string): string => `curl ${url} -H 'Authorization: Bearer ${key}'`;

  it('gets the address and the key of the text, and the name and dialect that were chosen', async () => {
    const whole = startWholeApp();
    const added = await whole.app.gateways.addFound(command('https://api.studio.example/v1/videos/task_1'), {
      ...given,
      dialect: 'new-api',
    });
    expect(added).toMatchObject({
      ok: true,
      value: { name: 'Found', baseUrl: 'https://api.studio.example', dialect: 'new-api', keyHint: 'cdef' },
    });
    expect([...whole.vault.keys.values()]).toEqual([key]);
    expect(whole.app.tasks.understand(command('https://api.studio.example/v1/videos/task_1'))).toMatchObject({
      gatewayId: added.ok ? added.value.id : '',
      newGateway: null,
    });
  });

  it('is refused like any other: a taken name, an address without encryption', async () => {
    const whole = startWholeApp();
    await addGateway(whole);
    const { gateways } = whole.app;
    expect(
      await gateways.addFound(command('https://new.example/v1/videos/task_1'), { ...given, name: 'studio' }),
    ).toEqual({ ok: false, trouble: 'name-taken' });
    expect(await gateways.addFound(command('http://new.example/v1/videos/task_1'), given)).toEqual({
      ok: false,
      trouble: 'plain-http',
    });
    expect(whole.vault.keys.size).toBe(1);
  });

  it.each([
    ['no key', 'https://new.example/v1/videos/task_1', 'key-missing'],
    ['no address', `Authorization: Bearer ${key}`, 'not-a-url'],
    [
      'the address of a gateway that is stored',
      command('https://api.example.com/v1/videos/task_1'),
      'not-a-url',
    ],
    [
      'a key that was sent elsewhere',
      `curl https://asked.example/v1/videos -d x -H 'Authorization: Bearer ${key}'\n{"id":"task_1","status_url":"https://other.example/v1/videos/task_1"}`,
      'key-missing',
    ],
  ])('needs both: not with %s', async (_what, text, trouble) => {
    const whole = startWholeApp();
    await addGateway(whole);
    expect(await whole.app.gateways.addFound(text, given)).toEqual({ ok: false, trouble });
    expect(whole.vault.keys.size).toBe(1);
  });
});
