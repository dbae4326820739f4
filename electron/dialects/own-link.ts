import type { FoundLink } from './task-fields.ts';

/**
 * A video link that may point back at the gateway and may be relative to it. On the gateway's own origin it answers
 * only to the key when `answersToKey` says so of its path; the key is never offered to any other origin.
 */
export const ownLink = (
  baseUrl: string,
  address: string | null,
  answersToKey: (path: string) => boolean,
): FoundLink => {
  if (address === null || !URL.canParse(address, baseUrl)) return { kind: 'video', url: null };
  const url = new URL(address, baseUrl);
  const needsKey = url.origin === new URL(baseUrl).origin && answersToKey(url.pathname);
  return { kind: 'video', url: url.href, needsKey };
};

/** The paths at which gateways hand out a result's bytes themselves. */
export const isContentPath = (path: string): boolean => /\/content\/?$/i.test(path);
