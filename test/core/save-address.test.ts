import { describe, expect, it } from 'vitest';
import { firstHop, isPrivateHost, mayLeadTo, nextHop } from '../../electron/core/save-address.ts';
import type { ResultLink } from '../../electron/shared/task.ts';

const link = (url: string, needsKey = false): ResultLink => ({
  kind: 'video',
  url,
  needsKey,
  expiresAt: null,
});
const publicGateway = { baseUrl: 'https://api.example.com', allowPlainHttp: false };
const ownGateway = { baseUrl: 'http://192.168.1.5:3000', allowPlainHttp: true };
const localGateway = { baseUrl: 'http://127.0.0.1:8080', allowPlainHttp: false };

const isAsked = (url: string, gateway = publicGateway): boolean => firstHop(link(url), gateway).ok;

describe('a link', () => {
  it.each([
    'http://cdn.example.com/1.mp4',
    'https://127.0.0.1/1.mp4',
    'https://localhost/1.mp4',
    'https://192.168.1.1/1.mp4',
    'https://10.0.0.1/1.mp4',
    'https://172.20.0.1/1.mp4',
    'https://169.254.169.254/latest/meta-data',
    'https://[::1]/1.mp4',
    'https://[fd00::1]/1.mp4',
    'https://[::ffff:10.0.0.1]/1.mp4',
    'https://0x7f000001/1.mp4',
    'https://2130706433/1.mp4',
    'https://0177.0.0.1/1.mp4',
    'https://127.1/1.mp4',
    'https://0300.0250.1.1/1.mp4',
    'https://[::ffff:7f00:1]/1.mp4',
    'https://[::127.0.0.1]/1.mp4',
    'https://[::ffff:0:127.0.0.1]/1.mp4',
    'https://[64:ff9b::10.0.0.1]/1.mp4',
    'https://[64:ff9b:1::10.0.0.1]/1.mp4',
    'https://[2002:7f00:1::]/1.mp4',
    'https://[fec0::1]/1.mp4',
    'https://[ff02::1]/1.mp4',
    'https://１２７.０.０.１/1.mp4',
    'https://localhost./1.mp4',
    'https://printer/1.mp4',
    'https://nas.local/1.mp4',
    'https://user:secret@cdn.example.com/1.mp4',
    'file:///etc/passwd',
    'data:video/mp4;base64,AAAA',
    'not a url',
  ])('of a public gateway to %s is not asked', (url) => {
    expect(isAsked(url)).toBe(false);
  });

  it('over https to a public host is asked', () => {
    expect(isAsked('https://cdn.example.com/1.mp4')).toBe(true);
    expect(isAsked('https://8.8.8.8/1.mp4')).toBe(true);
    expect(isAsked('https://198.18.0.5/1.mp4')).toBe(true);
  });

  it('over plain http is asked of the gateway itself where the user allowed that, and on this machine', () => {
    expect(isAsked('http://192.168.1.5:3000/v1/videos/1/content', ownGateway)).toBe(true);
    expect(isAsked('http://192.168.1.6:3000/1.mp4', ownGateway)).toBe(false);
    expect(isAsked('http://192.168.1.5:3000/1.mp4', { ...ownGateway, allowPlainHttp: false })).toBe(false);
    expect(isAsked('http://127.0.0.1:9000/1.mp4', localGateway)).toBe(true);
    expect(isAsked('http://192.168.1.5/1.mp4', localGateway)).toBe(false);
  });
});

describe('a redirect', () => {
  const from = { url: 'https://api.example.com/v1/videos/1/content', withKey: true };

  it('takes the key along on the same origin only', () => {
    expect(nextHop(from, '/elsewhere', publicGateway)).toEqual({
      ok: true,
      value: { url: 'https://api.example.com/elsewhere', withKey: true },
    });
    for (const other of [
      'https://cdn.example.com/',
      'https://api.example.com:8443/',
      'https://api.example.com.evil.io/',
    ])
      expect(nextHop(from, other, publicGateway)).toMatchObject({ value: { withKey: false } });
    const back = { url: 'https://cdn.example.com/', withKey: false };
    expect(nextHop(back, from.url, publicGateway)).toMatchObject({ value: { withKey: false } });
  });

  it('from a public host never leads inside, whatever the gateway is', () => {
    const cdn = { url: 'https://cdn.example.com/1.mp4', withKey: false };
    for (const gateway of [publicGateway, ownGateway, localGateway])
      for (const inside of ['http://127.0.0.1:8080/', 'https://192.168.1.5/', 'http://192.168.1.5:3000/'])
        expect(nextHop(cdn, inside, gateway).ok).toBe(false);
  });
});

describe('a name', () => {
  it('that leads inside is asked only where the gateway is inside too', () => {
    expect(mayLeadTo('cdn.example.com', ['93.184.216.34'], publicGateway)).toBe(true);
    expect(mayLeadTo('cdn.example.com', [], publicGateway)).toBe(true);
    expect(mayLeadTo('cdn.example.com', ['93.184.216.34', '10.0.0.1'], publicGateway)).toBe(false);
    for (const inside of [
      'fd00::1',
      'fe80::1%eth0',
      '::ffff:10.0.0.1',
      '0:0:0:0:0:ffff:7f00:1',
      '::1',
      '127.0.0.53',
    ])
      expect(mayLeadTo('cdn.example.com', [inside], publicGateway), inside).toBe(false);
    expect(mayLeadTo('videos.corp.example', ['10.0.0.1'], ownGateway)).toBe(true);
  });

  it('of a public host is not taken for a private one', () => {
    const mapped = ['[::ffff:8.8.8.8]', '[64:ff9b::8.8.8.8]', '[2002:808:808::]'];
    for (const host of ['example.com', '[2001:4860:4860::8888]', '100.128.0.1', '172.32.0.1', ...mapped])
      expect(isPrivateHost(host), host).toBe(false);
  });
});
