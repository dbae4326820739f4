import { describe, expect, it } from 'vitest';
import type { GatewayDraft } from '../../electron/shared/gateway.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import { DialectChoice } from '../../renderer/dialect-choice.svelte.ts';
import { fieldOfTrouble, GatewayForm } from '../../renderer/gateway-form.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { gatewayEntry } from './view-samples.ts';

const draftSent = (bridge: FakeBridge) => bridge.asked.at(-1)?.args.at(-1) as GatewayDraft;

describe('the gateway form', () => {
  it.each([
    ['', null],
    [' ', null],
    ['2', 2],
    ['0,5', 0.5],
    ['.25', 0.25],
    ['250', 250],
  ])('reads the rate %j as %j', async (rate, requestsPerSecond) => {
    const bridge = new FakeBridge();
    const form = new GatewayForm(bridge, gatewayEntry());
    form.rate = rate;
    await form.save();
    expect(draftSent(bridge).requestsPerSecond).toBe(requestsPerSecond);
  });

  it.each(['fast', '-1', '0', '1e9', '1 2'])('refuses the rate %j beside its field', async (rate) => {
    const form = new GatewayForm(new FakeBridge(), gatewayEntry());
    form.rate = rate;
    expect(await form.save()).toBeNull();
    expect(form.trouble).toBe('rate-out-of-range');
    expect(fieldOfTrouble['rate-out-of-range']).toBe('requestsPerSecond');
  });

  it('starts from the rate that is stored', () => {
    expect(new GatewayForm(new FakeBridge(), gatewayEntry({ requestsPerSecond: 0.5 })).rate).toBe('0.5');
    expect(new GatewayForm(new FakeBridge(), gatewayEntry()).rate).toBe('');
  });

  it('stores a new gateway and forgets the key', async () => {
    const bridge = new FakeBridge();
    const form = new GatewayForm(bridge, null);
    Object.assign(form, { name: ' ark ', baseUrl: 'https://ark.example ', key: ' sk-secret-1234 ' });
    expect(await form.save()).toMatchObject({ name: 'ark', keyHint: '1234' });
    expect(draftSent(bridge)).toMatchObject({
      name: 'ark',
      baseUrl: 'https://ark.example',
      key: 'sk-secret-1234',
    });
    expect(form.key).toBe('');
  });

  it('keeps the stored key when the field is left empty', async () => {
    const bridge = new FakeBridge();
    const form = new GatewayForm(bridge, gatewayEntry());
    await form.save();
    expect(draftSent(bridge)).toMatchObject({ name: 'winfull', key: null });
  });

  it('keeps everything that was typed when it was not stored', async () => {
    const form = new GatewayForm(new FakeBridge(), null);
    Object.assign(form, { name: 'ark', baseUrl: 'ark.example', key: 'secret' });
    expect(await form.save()).toBeNull();
    expect(form).toMatchObject({ trouble: 'not-a-url', name: 'ark', baseUrl: 'ark.example', key: 'secret' });
  });

  it('allows plain http only for the URL that it was asked about', async () => {
    const bridge = new FakeBridge();
    const form = new GatewayForm(bridge, null);
    Object.assign(form, { name: 'ark', baseUrl: 'http://ark.example', key: 'secret', allowPlainHttp: true });
    await form.test();
    expect(draftSent(bridge).allowPlainHttp).toBe(true);
    form.baseUrl = 'https://ark.example';
    await form.test();
    expect(draftSent(bridge).allowPlainHttp).toBe(false);
  });

  it('shows what a test found until something is edited', async () => {
    const bridge = new FakeBridge();
    bridge.answers['gateways:test'] = () => ok({ reached: false, trouble: 'refused', dialect: null });
    const form = new GatewayForm(bridge, gatewayEntry());
    await form.test();
    expect(form.outcome).toEqual({ reached: false, trouble: 'refused', dialect: null });
    form.edited();
    expect(form.outcome).toBeNull();
  });

  it.each([
    ['name', 'ark two', 'refused'],
    ['key', 'another', null],
    ['baseUrl', 'https://other.example', null],
  ])(
    'knows once it is stored that the test had failed, when the %s was changed since',
    async (field, now, known) => {
      const bridge = new FakeBridge();
      bridge.answers['gateways:test'] = () => ok({ reached: false, trouble: 'refused', dialect: null });
      const form = new GatewayForm(bridge, null);
      Object.assign(form, { name: 'ark', baseUrl: 'https://ark.example', key: 'secret' });
      await form.test();
      Object.assign(form, { [field]: now });
      form.edited();
      expect(await form.save()).not.toBeNull();
      expect(form.failedTest).toBe(known);
    },
  );

  it('is tried out before it has a name', async () => {
    const bridge = new FakeBridge();
    const form = new GatewayForm(bridge, null);
    Object.assign(form, { baseUrl: 'https://ark.example', key: 'secret' });
    await form.test();
    expect(draftSent(bridge)).not.toHaveProperty('name');
    expect(form.outcome).toEqual({ reached: true, dialect: null });
    await form.save();
    expect(draftSent(bridge).name).toBe('');
  });

  it('takes the API that a test recognised, and forgets what the test said of the other', async () => {
    const bridge = new FakeBridge();
    bridge.dialects = [
      ...bridge.dialects,
      { id: 'kling', label: 'Kling', isCustom: false, requestsPerSecond: 4 },
    ];
    bridge.answers['gateways:test'] = () =>
      ok({ reached: false, trouble: 'not-understood', dialect: 'Kling' });
    const choice = new DialectChoice(bridge);
    await choice.read();
    const form = new GatewayForm(bridge, gatewayEntry());
    await form.test();
    form.choose(choice.labelled(form.outcome?.dialect ?? '')?.id ?? 'none');
    expect(form).toMatchObject({ dialect: 'kling', outcome: null });
  });

  it('drops the outcome of a test whose subject has changed meanwhile', async () => {
    const bridge = new FakeBridge();
    bridge.answers['gateways:test'] = () => failed('key-missing');
    const form = new GatewayForm(bridge, gatewayEntry());
    const testing = form.test();
    form.edited();
    await testing;
    expect(form).toMatchObject({ trouble: null, busy: null });
  });
});
