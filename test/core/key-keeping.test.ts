import { describe, expect, it } from 'vitest';
import { ok } from '../../electron/shared/result.ts';
import { addGateway, key, startWholeApp } from '../fakes/whole-app.ts';

const passphrase = 'correct horse';

describe('a gateway whose key is in a locked file', () => {
  it('is asked as soon as the passphrase was entered', async () => {
    const first = startWholeApp();
    const gatewayId = await addGateway(first);
    expect(await first.app.keys.move('file', passphrase, false)).toEqual(ok(null));
    expect(first.keyFile.content?.keys.get(gatewayId)).toBe(key);
    expect(first.vault.keys.size).toBe(0);
    first.keyFile.lock();
    const { gateways } = first.app.view();
    const [gateway] = gateways;
    const again = startWholeApp({ keyFile: first.keyFile });
    expect(again.app.view().status.vault).toMatchObject({ kind: 'file', locked: true });
    expect(await again.app.keys.unlock(passphrase)).toEqual(ok(null));
    expect(again.app.view().status.vault.locked).toBe(false);
    expect(gateway?.keyHint).toBe('cdef');
  });
});

describe('the key of a gateway', () => {
  it('can be changed, wherever keys are kept', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    await whole.app.keys.move('file', passphrase, false);
    const gateway = whole.app.gateways.named('Studio');
    if (gateway === null) throw new Error('The gateway is not there.');
    const changed = await whole.app.gateways.update(gatewayId, { ...gateway, key: 'sk-rotated-9876543210' });
    expect(changed).toMatchObject({ ok: true, value: { keyHint: '3210' } });
    expect(whole.keyFile.content?.keys.get(gatewayId)).toBe('sk-rotated-9876543210');
  });
});

describe('keys that were forgotten', () => {
  it('are in no memory either, and the gateway says that it needs one', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    expect(await whole.app.keys.forgetAll()).toEqual(ok(null));
    expect(whole.vault.keys.size).toBe(0);
    const gateway = whole.app.gateways.named('Studio');
    if (gateway === null) throw new Error('The gateway is not there.');
    expect(gateway.keyHint).toBeNull();
    expect(await whole.app.gateways.test(gatewayId, { ...gateway, key: null })).toEqual({
      ok: false,
      trouble: 'key-missing',
    });
  });
});
