import { describe, expect, it } from 'vitest';
import { checkedDraft, keyHintOf } from '../../electron/core/gateway-draft.ts';
import { dialectNamed } from '../../electron/dialects/registry.ts';
import type { GatewayDraft } from '../../electron/shared/gateway.ts';
import { gatewayOf } from '../fakes/stored-samples.ts';

const draft: GatewayDraft = {
  name: 'Studio',
  baseUrl: 'https://api.example.com',
  dialect: 'relay',
  allowPlainHttp: false,
  requestsPerSecond: null,
  saving: 'as-set',
  key: 'sk-0123456789',
};

const check = (
  given: Partial<GatewayDraft>,
  keyOrigin: string | null = null,
  others = [gatewayOf({ name: 'Relay' })],
) => checkedDraft({ ...draft, ...given }, { others, dialectNamed, keyOrigin });

const troubleOf = (...given: Parameters<typeof check>) => {
  const checked = check(...given);
  return checked.ok ? null : checked.trouble;
};

const baseUrlOf = (baseUrl: string, allowPlainHttp = false) => {
  const checked = check({ baseUrl, allowPlainHttp });
  return checked.ok ? checked.value.baseUrl : checked.trouble;
};

describe('a name', () => {
  it.each(['', '   ', '\t\n', '\u200B', '\u202E'])('of nothing that can be seen (%j) is missing', (name) => {
    expect(troubleOf({ name })).toBe('name-missing');
  });

  it('becomes one line without its margins', () => {
    const checked = check({ name: '  My\n studio\u202E  key ' });
    expect(checked.ok && checked.value.name).toBe('My studio key');
  });

  it('is taken when it differs from another in nothing but case and margins', () => {
    expect(troubleOf({ name: ' rELAY ' })).toBe('name-taken');
    expect(troubleOf({ name: 'Relay 2' })).toBeNull();
  });
});

describe('a base URL', () => {
  it.each([
    ['https://api.example.com/', 'https://api.example.com'],
    ['  https://API.Example.com/v1/// ', 'https://api.example.com/v1'],
    ['https://api.example.com:443/relay', 'https://api.example.com/relay'],
    ['https://api.example.com:8443', 'https://api.example.com:8443'],
    ['https://bücher.example', 'https://xn--bcher-kva.example'],
    ['https://api.example.com/a/../b', 'https://api.example.com/b'],
  ])('%j is stored as %s', (text, stored) => {
    expect(baseUrlOf(text)).toBe(stored);
  });

  it.each([
    ['', 'not-a-url'],
    ['api.example.com', 'not-a-url'],
    ['api.example.com:8080', 'not-a-url'],
    ['localhost:8080/v1', 'not-a-url'],
    ['/v1/videos', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['https://exa mple.com', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['ftp://api.example.com', 'not-http'],
    ['file:///etc/passwd', 'not-http'],
    ['ws://api.example.com', 'not-http'],
    ['https://user:secret@api.example.com', 'url-holds-password'],
    ['https://sk-key@api.example.com', 'url-holds-password'],
    ['https://api.example.com?key=1', 'url-holds-query'],
    ['https://api.example.com/?', 'url-holds-query'],
    ['https://api.example.com/#/login', 'url-holds-query'],
  ])('%j is refused: %s', (text, trouble) => {
    expect(baseUrlOf(text)).toBe(trouble);
  });

  it.each(['http://localhost:3000', 'http://127.0.0.1:3000', 'http://127.8.9.1', 'http://[::1]:3000'])(
    'of plain http is fine on this machine: %s',
    (baseUrl) => {
      expect(baseUrlOf(baseUrl)).toBe(baseUrl);
    },
  );

  it.each([
    'http://api.example.com',
    'http://192.168.1.4',
    'http://localhost.example.com',
    'http://127.0.0.1.example.com',
    'http://0.0.0.0',
    'http://[::ffff:10.0.0.1]',
  ])('of plain http elsewhere is refused unless it is allowed: %s', (baseUrl) => {
    expect(baseUrlOf(baseUrl)).toBe('plain-http');
    expect(baseUrlOf(baseUrl, true)).toMatch(/^http:/);
  });
});

describe('a key', () => {
  it.each(['', '  ', '\n'])('of nothing (%j) is missing', (key) => {
    expect(troubleOf({ key })).toBe('key-missing');
  });

  it.each([
    'sk-01 23',
    'Bearer sk-0123',
    'sk-01\nX-Injected: 1',
    'sk-01\u00A023',
    'ключ',
    'sk-“quoted”',
    'sk-\u0000',
  ])('that no header can carry is refused: %j', (key) => {
    expect(troubleOf({ key })).toBe('key-malformed');
  });

  it('may have been copied with its line break', () => {
    expect(troubleOf({ key: ' sk-0123456789\r\n' })).toBeNull();
  });

  it('that is left out keeps the stored one, for the origin that it was entered for', () => {
    expect(troubleOf({ key: null })).toBe('key-missing');
    expect(troubleOf({ key: null }, 'https://api.example.com')).toBeNull();
    expect(
      troubleOf({ key: null, baseUrl: 'https://api.example.com/v2' }, 'https://api.example.com'),
    ).toBeNull();
  });

  it.each(['https://elsewhere.example', 'https://api.example.com:8443', 'http://api.example.com'])(
    'that is left out is not sent on to another origin: %s',
    (baseUrl) => {
      expect(
        troubleOf(
          { key: null, baseUrl, allowPlainHttp: true, requestsPerSecond: null },
          'https://api.example.com',
        ),
      ).toBe('key-missing');
    },
  );
});

describe('a dialect', () => {
  it('must be one that this version knows', () => {
    expect(troubleOf({ dialect: 'of-tomorrow' })).toBe('unknown-dialect');
  });
});

describe('the hint of a key', () => {
  it('is its last four characters, when those are a small part of it', () => {
    expect(keyHintOf('sk-123456789abcd')).toBe('abcd');
    expect(keyHintOf('short-key-1')).toBeNull();
  });
});
