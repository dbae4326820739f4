import type { Asked, Dialect, Reading } from '../../electron/core/dialect.ts';
import type { HttpClient, HttpRequest } from '../../electron/core/ports.ts';

export type Settled = Exclude<Reading, { readonly kind: 'ask-more' }>;

/** What a dialect makes of a gateway's answers, further requests included, over a real transport. */
export const settled = async (
  http: HttpClient,
  dialect: Dialect,
  asked: Asked,
  nowMs: number,
): Promise<Settled> => {
  const send = async (request: HttpRequest) => {
    const answer = await http.get(request);
    if (!answer.ok) throw new Error(`The gateway did not answer: ${answer.trouble}`);
    return answer.value;
  };
  let reading = dialect.read(asked, await send(dialect.request(asked)), nowMs);
  while (reading.kind === 'ask-more') {
    if (new URL(reading.request.url).origin !== new URL(asked.baseUrl).origin) {
      throw new Error(`A further request would leave the gateway: ${reading.request.url}`);
    }
    reading = reading.read(await send(reading.request), nowMs);
  }
  return reading;
};
