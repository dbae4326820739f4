import type { HttpRequest, HttpResponse, HttpTrouble } from '../../electron/core/ports.ts';
import { failed, ok, type Result } from '../../electron/shared/result.ts';
import type { ManualClock } from './manual-clock.ts';

type Answer = Result<HttpResponse, HttpTrouble>;

/** What a gateway of the test does with requests. */
export interface Behaviour {
  /** Requests that may reach it in any second. */
  requestsPerSecond: number;
  latencyMs: number;
  /** What stands in the way of every answer; null when nothing does. */
  trouble: HttpTrouble | null;
  /** A status for every request, with the seconds of a Retry-After or null; null when it answers. */
  refusal: { readonly status: number; readonly retryAfterS: number | null } | null;
  answer: (url: URL) => unknown;
  /** The tasks that a request is about. */
  about: (url: URL) => readonly string[];
}

/**
 * Gateways that hold every request against the rules: none within a wait that the gateway has named, none above its
 * rate, and never two questions about one task at a time. Time is the steady clock's.
 */
export interface JudgingHttp {
  readonly breaches: string[];
  readonly gateway: (host: string) => Behaviour;
  /** Tasks that are asked about by requests which are not answered yet. */
  readonly underway: () => number;
  /** The app's process has ended: whatever was under way is never answered. */
  disconnect(): void;
  /** Nobody can know any more of a wait that this gateway has named. */
  forgive(host: string): void;
  get(request: HttpRequest): Promise<Answer>;
}

export const createJudgingHttp = (
  clock: ManualClock,
  gateways: Readonly<Record<string, Behaviour>>,
): JudgingHttp => {
  const breaches: string[] = [];
  let underway = new Set<string>();
  const arrivals = new Map<string, number[]>();
  const pauses = new Map<string, number>();

  const gateway = (host: string): Behaviour => {
    const known = gateways[host];
    if (known === undefined) throw new Error(`There is no gateway at ${host}.`);
    return known;
  };

  const judge = (host: string, about: readonly string[]): void => {
    const now = clock.steady();
    const { requestsPerSecond } = gateway(host);
    const before = arrivals.get(host) ?? [];
    const windowMs = requestsPerSecond < 1 ? 1000 / requestsPerSecond : 1000;
    const most = Math.max(1, Math.floor(requestsPerSecond));
    const latest = before.filter((at) => at > now - windowMs);
    if (latest.length >= most)
      breaches.push(`${host}: more than ${String(requestsPerSecond)} a second at ${String(now)}`);
    if (now < (pauses.get(host) ?? 0)) breaches.push(`${host}: asked within its wait at ${String(now)}`);
    for (const id of about.filter((one) => underway.has(one)))
      breaches.push(`${host}: ${id} is asked about twice at ${String(now)}`);
    arrivals.set(host, [...latest, now]);
  };

  return {
    breaches,
    gateway,
    underway: () => underway.size,
    disconnect: () => {
      underway = new Set();
    },
    forgive: (host) => void pauses.delete(host),
    get: async ({ url }) => {
      const { host } = new URL(url);
      const behaviour = gateway(host);
      const about = behaviour.about(new URL(url));
      judge(host, about);
      const connection = underway;
      for (const id of about) connection.add(id);
      await new Promise<void>((resolve) => void clock.after(behaviour.latencyMs, resolve));
      for (const id of about) connection.delete(id);
      if (connection !== underway) return new Promise(() => undefined);
      if (behaviour.trouble !== null) return failed(behaviour.trouble);
      const { refusal } = behaviour;
      if (refusal === null) return answered(200, behaviour.answer(new URL(url)), {});
      const { status, retryAfterS } = refusal;
      if (retryAfterS === null) return answered(status, {}, {});
      pauses.set(host, Math.max(pauses.get(host) ?? 0, clock.steady() + retryAfterS * 1000));
      return answered(status, {}, { 'retry-after': String(retryAfterS) });
    },
  };
};

const answered = (status: number, body: unknown, headers: HttpResponse['headers']): Answer =>
  ok({ status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
