import { createChecker, type Checker } from '../../electron/core/checker.ts';
import { testOutcome } from '../../electron/dialects/detect.ts';
import { dialectNamed } from '../../electron/dialects/registry.ts';
import { createAxiosHttp } from '../../electron/platform/axios-http.ts';
import { ok } from '../../electron/shared/result.ts';
import type { Gateway } from '../../electron/shared/gateway.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import type { Spoken } from '../gateway/spoken.ts';

export interface RealGateway {
  readonly server: TestGateway;
  readonly gateway: Gateway;
  /** The app's own checker, over the app's own transport. */
  readonly checker: Checker;
}

/** A server on loopback that speaks so, and all of the app that asks it. */
export const realGateway = async (spoken: Spoken, nowMs: number): Promise<RealGateway> => {
  const server = await createGateway({ spoken, now: () => nowMs });
  const checker = createChecker({
    clock: { now: () => nowMs, steady: () => nowMs, after: () => () => undefined },
    http: createAxiosHttp(fetch),
    credentials: { read: () => Promise.resolve(ok(server.key)) },
    dialectNamed,
    onRequest: () => undefined,
    onAnswer: () => undefined,
    onAskedToWait: () => undefined,
    mayAskMore: () => Promise.resolve(true),
    mayTest: () => Promise.resolve(true),
    testOutcome,
  });
  const gateway: Gateway = {
    id: 'g-1',
    name: 'studio',
    baseUrl: server.url,
    dialect: spoken.dialect.id,
    allowPlainHttp: false,
    requestsPerSecond: null,
    saving: 'as-set',
    keyHint: null,
  };
  return { server, gateway, checker };
};
