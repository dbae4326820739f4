import { isLoopback } from '../shared/plain-http.ts';
import type { Gateway } from '../shared/gateway.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { SaveTrouble } from '../shared/saving.ts';
import type { ResultLink } from '../shared/task.ts';
import { originOf } from './origin.ts';

/** What a result is asked for: the gateway decides which addresses are safe, and which gets the key. */
export type SaveGateway = Pick<Gateway, 'baseUrl' | 'allowPlainHttp'>;

/** One address on the way to the file. */
export interface Hop {
  readonly url: string;
  /** The gateway's key goes along. */
  readonly withKey: boolean;
}

export const mostRedirects = 5;

/** Where to ask first. The key goes along only where the link needs it and is on the gateway's own origin. */
export const firstHop = (link: ResultLink, gateway: SaveGateway): Result<Hop, SaveTrouble> =>
  isSafe(link.url, gateway)
    ? ok({ url: link.url, withKey: link.needsKey && isOwn(link.url, gateway) })
    : failed('unsafe-address');

/** Where an answer that redirects leads. A key that was left behind once does not come along again. */
export const nextHop = (
  from: Hop,
  location: string | undefined,
  gateway: SaveGateway,
): Result<Hop, SaveTrouble> => {
  if (location === undefined || !URL.canParse(location, from.url)) return failed('redirects');
  const { href, hostname } = new URL(location, from.url);
  const leadsInside = !isPrivateHost(new URL(from.url).hostname) && isPrivateHost(hostname);
  if (leadsInside || !isSafe(href, gateway)) return failed('unsafe-address');
  return ok({ url: href, withKey: from.withKey && isOwn(href, gateway) });
};

/** Whether a host name that leads to these addresses may be asked: a public one must not lead inside. */
export const mayLeadTo = (hostname: string, addresses: readonly string[], gateway: SaveGateway): boolean =>
  isPrivateHost(hostname) ||
  isPrivateHost(new URL(gateway.baseUrl).hostname) ||
  !addresses.some((address) => isPrivateHost(address.includes(':') ? `[${address}]` : address));

const isOwn = (url: string, { baseUrl }: SaveGateway): boolean => originOf(url) === originOf(baseUrl);

const isSafe = (text: string, gateway: SaveGateway): boolean => {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const own = new URL(gateway.baseUrl);
  if (url.username !== '' || url.password !== '') return false;
  // What is public must not lead into the user's own network, where other things answer than videos.
  if (isPrivateHost(url.hostname) && !isPrivateHost(own.hostname)) return false;
  if (url.protocol === 'https:') return true;
  if (url.protocol !== 'http:') return false;
  const isOnThisMachine = isLoopback(url.hostname) && isLoopback(own.hostname) && own.protocol === 'http:';
  return isOnThisMachine || (isOwn(text, gateway) && gateway.allowPlainHttp);
};

/** Whether a host, as a URL has it, is this machine or in the network around it. */
export const isPrivateHost = (hostname: string): boolean => {
  const host = hostname.toLowerCase().replace(/\.$/, '');
  if (host.startsWith('[')) return isPrivateIpv6(host.slice(1, -1));
  const parts = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (parts !== null) return isPrivateIpv4(Number(parts[1]), Number(parts[2]));
  return (
    host === 'localhost' || /\.(?:localhost|local|internal|lan|home\.arpa)$/.test(host) || !host.includes('.')
  );
};

/** Not 198.18.0.0/15: there, proxies that answer for every name have their addresses. */
const isPrivateIpv4 = (first: number, second: number): boolean =>
  first === 0 ||
  first === 10 ||
  first === 127 ||
  (first === 100 && second >= 64 && second < 128) ||
  (first === 169 && second === 254) ||
  (first === 172 && second >= 16 && second < 32) ||
  (first === 192 && second === 168) ||
  first >= 224;

/** What leads to an IPv4 address: mapped, translated and old compatible ones, NAT64, and 6to4. */
const embedding =
  /^(?:::(?:ffff:(?:0:)?)?|64:ff9b:(?:1)?:(?:.*:)?)([0-9a-f]{1,4}):[0-9a-f]{1,4}$|^2002:([0-9a-f]{1,4}):/;

const isPrivateIpv6 = (text: string): boolean => {
  const address = canonicalIpv6(text);
  const embedded = embedding.exec(address);
  if (embedded !== null) {
    const high = Number.parseInt(embedded[1] ?? embedded[2] ?? '', 16);
    return isPrivateIpv4(high >> 8, high & 0xff);
  }
  return address === '::1' || address === '::' || /^f[cd]|^fe[89a-f]|^ff/.test(address);
};

/** As a URL writes it, whichever way a resolver did; without the zone, which names a network card. */
const canonicalIpv6 = (text: string): string => {
  const url = `http://[${text.replace(/%.*$/, '')}]`;
  return URL.canParse(url) ? new URL(url).hostname.slice(1, -1) : text;
};
