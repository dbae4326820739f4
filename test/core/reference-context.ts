import type { ReferenceContext } from '../../electron/core/reference-link.ts';
import { detectDialect } from '../../electron/dialects/detect.ts';
import { knownDialects } from '../../electron/dialects/registry.ts';
import type { Gateway } from '../../electron/shared/gateway.ts';
import type { Understanding } from '../../electron/shared/watching.ts';

export const gateway = (id: string, baseUrl: string, given: Partial<Gateway> = {}): Gateway => ({
  id,
  name: id,
  baseUrl,
  dialect: 'relay',
  allowPlainHttp: false,
  requestsPerSecond: null,
  saving: 'as-set',
  keyHint: null,
  ...given,
});

/** The dialects of this version, and two gateways unless others are given. */
export const contextOf = (
  gateways: readonly Gateway[] = [
    gateway('one', 'https://api.example.com'),
    gateway('two', 'https://example.org/relay/v1'),
  ],
): ReferenceContext => ({
  gateways,
  dialects: knownDialects,
  dialectAtHost: (baseUrl) => detectDialect(baseUrl, null),
});

/** What is understood of a text that says nothing. */
export const nothing: Understanding = {
  remoteIds: [],
  gatewayId: null,
  dialect: null,
  newGateway: null,
  keyFound: false,
  keyHint: null,
  note: null,
};
