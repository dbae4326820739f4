import type { AskedGateway, GatewayTestOutcome, ProbeOutcome } from '../shared/gateway.ts';
import { failed, type Result } from '../shared/result.ts';
import type { CheckTrouble, Report } from '../shared/task.ts';
import type { Credentials } from './credentials.ts';
import type { Dialect, DialectNamed, Reading } from './dialect.ts';
import { originOf } from './origin.ts';
import type { Clock, HttpClient, HttpRequest, HttpResponse, HttpTrouble } from './ports.ts';
import { withoutSecrets } from './redaction.ts';
import { retryAfterMs } from './retry-after.ts';

export interface CheckerDependencies {
  readonly clock: Clock;
  readonly http: HttpClient;
  readonly credentials: Pick<Credentials, 'read'>;
  readonly dialectNamed: DialectNamed;
  /** Told of each request right before it is sent. */
  readonly onRequest: (gatewayId: string) => void;
  /** Told of the last answer about a task; the key is not in it. */
  readonly onAnswer: (gatewayId: string, remoteId: string, answer: HttpResponse) => void;
  /** Told of every wait that an answer names, whatever it was an answer to. */
  readonly onAskedToWait: (gateway: AskedGateway, waitMs: number) => void;
  /** Resolves when a check may send a further request; false when the gateway has asked for a wait meanwhile. */
  readonly mayAskMore: (gatewayId: string) => Promise<boolean>;
  /** Resolves when a Test of this gateway may be sent; false when the gateway has asked for a wait that is not over. */
  readonly mayTest: (gateway: AskedGateway) => Promise<boolean>;
  /** Adds to a Test which dialect the answer shows; null is a gateway that did not answer. */
  readonly testOutcome: (
    probed: ProbeOutcome,
    baseUrl: string,
    answer: HttpResponse | null,
  ) => GatewayTestOutcome;
}

/** What came of asking, with every further request that the dialect wanted. */
export type Answered = Exclude<Reading, { kind: 'ask-more' }>;

/** Asks a gateway and reads what it answers. Decides nothing and never rejects. */
export interface Checker {
  ask(gateway: AskedGateway, remoteId: string): Promise<Answered>;
  /** One request for many tasks, the reports of those that the answer speaks of; the dialect must have a list. */
  askList(
    gateway: AskedGateway,
    remoteIds: readonly string[],
  ): Promise<ReadonlyMap<string, Report> | Extract<Answered, { kind: 'trouble' }>>;
  /** Asks for a task that cannot exist, to see whether the gateway is there and takes the key. */
  test(gateway: AskedGateway, key: string): Promise<GatewayTestOutcome>;
}

/** Kling asks kind after kind for a bare id; nothing needs more. */
const mostRequests = 10;

export const createChecker = (dependencies: CheckerDependencies): Checker => {
  const { clock, http, credentials, dialectNamed, onRequest, onAnswer } = dependencies;
  const { mayAskMore, testOutcome } = dependencies;

  /** The last gate of a key: whatever a dialect makes of the base URL, it goes to the gateway's own origin only. */
  const send = async (
    gateway: AskedGateway,
    request: HttpRequest,
    key: string,
  ): Promise<Result<HttpResponse, HttpTrouble>> => {
    if (originOf(request.url) !== originOf(gateway.baseUrl)) return failed('insecure');
    onRequest(gateway.id);
    const answer = await http.get({ ...request, allowPlainHttp: gateway.allowPlainHttp });
    if (!answer.ok) return answer;
    const waitMs = answer.value.status < 400 ? null : retryAfterMs(answer.value.headers, clock.now());
    if (waitMs !== null) dependencies.onAskedToWait(gateway, waitMs);
    // Some gateways repeat the key in what they say of it, and their words are shown and stored.
    return { ok: true, value: { ...answer.value, body: withoutSecrets(answer.value.body, [key]) } };
  };

  const withKey = async <Answer>(
    gateway: AskedGateway,
    use: (dialect: Dialect, key: string) => Promise<Answer>,
  ): Promise<Answer | Extract<Answered, { kind: 'trouble' }>> => {
    const dialect = dialectNamed(gateway.dialect);
    if (dialect === null) return troubled('not-understood');
    const key = await credentials.read(gateway);
    return key.ok ? use(dialect, key.value) : troubled(key.trouble);
  };

  const followed = async (
    gateway: AskedGateway,
    remoteId: string,
    first: Reading,
    key: string,
  ): Promise<Answered> => {
    let reading = first;
    for (let count = 1; reading.kind === 'ask-more'; count += 1) {
      const mayAsk = count < mostRequests && (await mayAskMore(gateway.id));
      const answer = mayAsk ? await send(gateway, reading.request, key) : null;
      if (answer?.ok === true) onAnswer(gateway.id, remoteId, answer.value);
      reading = answer?.ok === true ? reading.read(answer.value, clock.now()) : reading.otherwise;
    }
    return reading;
  };

  return {
    ask: (gateway, remoteId) =>
      withKey(gateway, async (dialect, key) => {
        const asked = { baseUrl: gateway.baseUrl, remoteId, key };
        const answer = await send(gateway, dialect.request(asked), key);
        if (!answer.ok) return troubled(answer.trouble);
        onAnswer(gateway.id, remoteId, answer.value);
        return followed(gateway, remoteId, dialect.read(asked, answer.value, clock.now()), key);
      }),
    askList: (gateway, remoteIds) =>
      withKey(gateway, async ({ list }, key) => {
        if (list === null) return troubled('not-understood');
        const { baseUrl } = gateway;
        const answer = await send(gateway, list.request(baseUrl, remoteIds, key), key);
        if (!answer.ok) return troubled(answer.trouble);
        const read = list.read({ baseUrl, remoteIds }, answer.value, clock.now());
        if (!('kind' in read)) {
          for (const remoteId of read.keys()) onAnswer(gateway.id, remoteId, answer.value);
        }
        return read;
      }),
    test: async (gateway, key) => {
      const { baseUrl } = gateway;
      const dialect = dialectNamed(gateway.dialect);
      if (dialect === null) return testOutcome({ reached: false, trouble: 'not-understood' }, baseUrl, null);
      if (!(await dependencies.mayTest(gateway))) {
        return testOutcome({ reached: false, trouble: 'rate-limited' }, baseUrl, null);
      }
      const answer = await send(gateway, dialect.probe(baseUrl, key), key);
      const asked = { baseUrl, remoteId: '', key };
      const outcome = answer.ok
        ? testOutcome(dialect.readProbe(asked, answer.value, clock.now()), baseUrl, answer.value)
        : testOutcome({ reached: false, trouble: answer.trouble }, baseUrl, null);
      return outcome.dialect === dialect.label ? { ...outcome, dialect: null } : outcome;
    },
  };
};

const troubled = (trouble: CheckTrouble): Extract<Answered, { kind: 'trouble' }> => ({
  kind: 'trouble',
  trouble,
  retryAfterMs: null,
});
