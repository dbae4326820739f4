import { session, type Session } from 'electron';
import type { Fetch } from './axios-http.ts';

/** The fetch of a session that keeps nothing: no cache, no cookies, nothing on disk. Usable once the app is ready. */
export const createSessionFetch = (): Fetch => {
  const gateways = gatewaySession();
  return (input, init) => gateways.fetch(input instanceof URL ? input.href : input, init);
};

/** What every gateway is asked through; usable once the app is ready. */
export const gatewaySession = (): Session => session.fromPartition('gateways', { cache: false });
