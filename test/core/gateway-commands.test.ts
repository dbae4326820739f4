import { describe, expect, it } from 'vitest';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import { addGateway, startWholeApp } from '../fakes/whole-app.ts';

const draft = {
  name: 'Studio',
  baseUrl: 'https://api.example.com',
  dialect: 'relay',
  allowPlainHttp: false,
  key: null,
};

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
