import type { Gateway } from '../shared/gateway.ts';

export interface LinkedTask {
  readonly remoteId: string;
  readonly gatewayId: string | null;
}

export const isLink = (word: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(word);

/**
 * The task of a link `{base}/v1/videos/{id}` or `{base}/v1/videos/{id}/content`; null for any other link. The
 * gateway is the one with that base URL; null when none has it, or several do and the link cannot say which.
 */
export const taskOfLink = (link: string, gateways: readonly Gateway[]): LinkedTask | null => {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  const [, prefix, segment] = /^(.*?)\/v1\/videos\/([^/]+)(?:\/content)?\/?$/.exec(url.pathname) ?? [];
  const remoteId = decoded(segment);
  if (remoteId === null) return null;
  const base = `${url.origin}${prefix ?? ''}`;
  const [only, ...others] = gateways.filter((gateway) => baseOf(gateway.baseUrl) === base);
  return { remoteId, gatewayId: others.length === 0 ? (only?.id ?? null) : null };
};

const decoded = (segment: string | undefined): string | null => {
  try {
    return segment === undefined ? null : decodeURIComponent(segment);
  } catch {
    return null;
  }
};

const baseOf = (baseUrl: string): string | null => {
  if (!URL.canParse(baseUrl)) return null;
  const url = new URL(baseUrl);
  return `${url.origin}${url.pathname.replace(/\/+$/, '').replace(/\/v1(?:\/videos)?$/i, '')}`;
};
