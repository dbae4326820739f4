import { describe, expect, it } from 'vitest';
import type { PushDraft, PushTargetEntry } from '../../electron/shared/push.ts';
import { failed } from '../../electron/shared/result.ts';
import { PushForm } from '../../renderer/push-form.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';

const target: PushTargetEntry = {
  id: 'target-1',
  name: 'Team',
  service: 'slack',
  origin: 'https://hooks.example.com',
  hint: '0123',
  kinds: ['ready'],
  gatewayIds: ['gateway-1'],
  allowPlainHttp: false,
  last: null,
  waiting: 0,
  undelivered: 0,
};

const draftSent = (bridge: FakeBridge) => bridge.asked.at(-1)?.args.at(-1) as PushDraft;

describe('the form of a phone or chat', () => {
  it('begins with the public server of a service, and asks for what the service needs', () => {
    const form = new PushForm(new FakeBridge(), null);
    expect([form.entered.address, form.fields]).toEqual(['https://ntfy.sh', ['address', 'channel', 'token']]);
    form.choose('dingtalk');
    expect([form.entered.address, form.fields]).toEqual(['', ['address', 'secret']]);
  });

  it('keeps what is stored until something is entered anew', async () => {
    const bridge = new FakeBridge();
    const form = new PushForm(bridge, target);
    await form.save();
    expect(draftSent(bridge)).toMatchObject({ name: 'Team', fields: null, gatewayIds: ['gateway-1'] });
    form.enterAnew();
    form.entered.address = 'https://hooks.example.com/anew';
    await form.save();
    expect(draftSent(bridge).fields?.address).toBe('https://hooks.example.com/anew');
    expect(form.entered.address).toBe('');
  });

  it('puts a trouble beside the field that it is about', async () => {
    const bridge = new FakeBridge();
    const form = new PushForm(bridge, null);
    bridge.answers['push:save'] = () => failed('field-missing');
    expect(await form.save()).toBeNull();
    expect(form.placeOf('field-missing')).toBe('channel');
    expect(form.placeOf('plain-http')).toBe('address');
    expect(form.placeOf('name-taken')).toBe('name');
    expect(form.placeOf('keyring-locked')).toBe('form');
  });

  it('asks before messages cross a network unencrypted', () => {
    const form = new PushForm(new FakeBridge(), null);
    form.entered.address = 'http://127.0.0.1:8080';
    expect(form.asksForPlainHttp).toBe(false);
    form.entered.address = 'http://nas.example';
    expect(form.asksForPlainHttp).toBe(true);
  });

  it('tells of the kinds and gateways that are chosen', () => {
    const form = new PushForm(new FakeBridge(), null);
    form.setKind('ready', false);
    expect(form.kinds).toEqual(['failed', 'cancelled', 'lost', 'link-ends', 'no-answer']);
    form.setGateway('gateway-1', false, ['gateway-1', 'gateway-2']);
    expect(form.gatewayIds).toEqual(['gateway-2']);
  });
});
