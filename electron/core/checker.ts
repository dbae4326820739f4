import type { Gateway, GatewayTestOutcome } from '../shared/gateway.ts';
import { failed } from '../shared/result.ts';
import type { CheckTrouble } from '../shared/task.ts';
import type { Credentials } from './credentials.ts';
import type { DialectNamed, Reading } from './dialect.ts';
import { originOf } from './origin.ts';
import type { Clock, HttpClient, HttpRequest } from './ports.ts';
import { withoutSecrets } from './redaction.ts';

export interface CheckerDependencies {
  readonly clock: Clock;
  readonly http: HttpClient;
  readonly credentials: Pick<Credentials, 'read'>;
  readonly dialectNamed: DialectNamed;
  /** Told of each request right before it is sent. */
  readonly onRequest: (gatewayId: string) => void;
}

/** Asks a gateway and reads what it answers. Decides nothing and never rejects. */
export interface Checker {
  ask(gateway: Gateway, remoteId: string): Promise<Reading>;
  /** Asks for a task that cannot exist, to see whether the gateway is there and takes the key. */
  test(gateway: Gateway, key: string): Promise<GatewayTestOutcome>;
}

export const createChecker = (dependencies: CheckerDependencies): Checker => {
  const { clock, http, credentials, dialectNamed, onRequest } = dependencies;

  /** The last gate of a key: whatever a dialect makes of the base URL, it goes to the gateway's own origin only. */
  const send = (gateway: Gateway, request: HttpRequest): ReturnType<HttpClient['get']> =>
    originOf(request.url) === originOf(gateway.baseUrl)
      ? http.get({ ...request, allowPlainHttp: gateway.allowPlainHttp })
      : Promise.resolve(failed('insecure'));

  return {
    ask: async (gateway, remoteId) => {
      const dialect = dialectNamed(gateway.dialect);
      if (dialect === null) return troubled('not-understood');
      const key = await credentials.read(gateway);
      if (!key.ok) return troubled(key.trouble);
      onRequest(gateway.id);
      const answer = await send(gateway, dialect.request(gateway.baseUrl, remoteId, key.value));
      if (!answer.ok) return troubled(answer.trouble);
      // Some gateways repeat the key in what they say of it, and their words are shown and stored.
      const body = withoutSecrets(answer.value.body, [key.value]);
      return dialect.read(remoteId, { ...answer.value, body }, clock.now());
    },
    test: async (gateway, key) => {
      const dialect = dialectNamed(gateway.dialect);
      if (dialect === null) return { reached: false, trouble: 'not-understood' };
      const answer = await send(gateway, dialect.probe(gateway.baseUrl, key));
      return answer.ok
        ? dialect.readProbe(answer.value, clock.now())
        : { reached: false, trouble: answer.trouble };
    },
  };
};

const troubled = (trouble: CheckTrouble): Reading => ({ kind: 'trouble', trouble, retryAfterMs: null });
