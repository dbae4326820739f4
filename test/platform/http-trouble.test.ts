import { describe, expect, it } from 'vitest';
import { httpTroubleOf } from '../../electron/platform/http-trouble.ts';

/** As axios wraps what a fetch threw. */
const wrapped = (code: string, cause: Error): Error =>
  Object.assign(new Error('Network Error', { cause }), { code });
const coded = (code: string, message = code): Error => Object.assign(new Error(message), { code });

describe('an error of Chromium’s network', () => {
  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', 'unknown-host'],
    ['net::ERR_INTERNET_DISCONNECTED', 'no-network'],
    ['net::ERR_NETWORK_CHANGED', 'no-network'],
    ['net::ERR_CONNECTION_REFUSED', 'unreachable'],
    ['net::ERR_CONNECTION_RESET', 'unreachable'],
    ['net::ERR_EMPTY_RESPONSE', 'unreachable'],
    ['net::ERR_PROXY_CONNECTION_FAILED', 'unreachable'],
    ['net::ERR_CONNECTION_TIMED_OUT', 'timed-out'],
    ['net::ERR_CERT_AUTHORITY_INVALID', 'insecure'],
    ['net::ERR_CERT_DATE_INVALID', 'insecure'],
    ['net::ERR_SSL_PROTOCOL_ERROR', 'insecure'],
    ["Attempted to redirect, but redirect policy was 'error'", 'redirected'],
  ])('%s is told as %s', (message, trouble) => {
    expect(httpTroubleOf(wrapped('ERR_NETWORK', new Error(message)))).toBe(trouble);
  });
});

describe('an error of Node’s network', () => {
  it.each([
    ['ENOTFOUND', 'unknown-host'],
    ['EAI_AGAIN', 'unknown-host'],
    ['ENETUNREACH', 'no-network'],
    ['ECONNREFUSED', 'unreachable'],
    ['EHOSTUNREACH', 'unreachable'],
    ['ETIMEDOUT', 'timed-out'],
    ['UND_ERR_HEADERS_TIMEOUT', 'timed-out'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'insecure'],
    ['CERT_HAS_EXPIRED', 'insecure'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'insecure'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'insecure'],
  ])('%s is told as %s, however deep it lies', (code, trouble) => {
    const fetchError = new TypeError('fetch failed', { cause: coded(code) });
    expect(httpTroubleOf(wrapped('ERR_NETWORK', fetchError))).toBe(trouble);
  });
});

describe('an error that names a host', () => {
  it('is not mistaken for what the host is called', () => {
    const error = coded('ENOTFOUND', 'getaddrinfo ENOTFOUND redirect.example.com');
    expect(httpTroubleOf(wrapped('ERR_NETWORK', error))).toBe('unknown-host');
  });
});

describe('anything else that is thrown', () => {
  it.each([undefined, null, 'text', {}, new Error('')])('(%o) counts as unreachable', (thrown) => {
    expect(httpTroubleOf(thrown)).toBe('unreachable');
  });
});
