import { session } from 'electron';
import type { Fetch } from './axios-http.ts';

/** The fetch of a session that keeps nothing: no cache, no cookies, nothing on disk. Usable once the app is ready. */
export const createSessionFetch = (): Fetch => {
  const gateways = session.fromPartition('gateways', { cache: false });
  return (input, init) => gateways.fetch(input instanceof URL ? input.href : input, init);
};
