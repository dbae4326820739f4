import { mostRedirects, nextHop, firstHop, mayLeadTo, type Hop } from '../core/save-address.ts';
import type { SaveJob } from '../core/saving-ports.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { SaveTrouble } from '../shared/saving.ts';
import { httpTroubleOf } from './http-trouble.ts';

export interface DownloadRequest {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the host's name leads to, which was found harmless; none where that cannot be told, as behind a proxy. */
  readonly addresses: readonly string[];
}

/** An answer whose body is still to come, of which a piece holds until the next is asked for. Header names are lower case. */
export interface DownloadAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: AsyncIterable<Uint8Array>;
}

/** Asks one address. Follows no redirect, sends and keeps no cookies, uses no cache; rejects when that fails. */
export type OpenDownload = (request: DownloadRequest, signal: AbortSignal) => Promise<DownloadAnswer>;

export interface DownloadDependencies {
  readonly open: OpenDownload;
  /** The addresses of a host; none where that cannot be told, as behind a proxy. */
  readonly addressesOf: (hostname: string) => Promise<readonly string[]>;
}

const redirects: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/** Asks for the file of a job, along the redirects that are safe to follow. */
export const createDownload =
  ({ open, addressesOf }: DownloadDependencies) =>
  async (
    job: Pick<SaveJob, 'link' | 'gateway' | 'keyHeaders'>,
    rangeHeaders: Readonly<Record<string, string>>,
    signal: AbortSignal,
  ): Promise<Result<DownloadAnswer, SaveTrouble>> => {
    const { link, gateway, keyHeaders } = job;
    const ask = async (
      { url, withKey }: Hop,
      stopped: AbortSignal,
    ): Promise<Result<DownloadAnswer, SaveTrouble>> => {
      const { hostname } = new URL(url);
      const addresses = await addressesOf(hostname);
      if (!mayLeadTo(hostname, addresses, gateway)) return failed('unsafe-address');
      // Packed, a part of it could not be asked for.
      const headers = { 'Accept-Encoding': 'identity', ...(withKey ? keyHeaders : {}), ...rangeHeaders };
      try {
        return ok(await open({ url, headers, addresses }, stopped));
      } catch (error) {
        return failed(saveTroubleOf(error));
      }
    };
    let hop = firstHop(link, gateway);
    for (let followed = 0; hop.ok && followed <= mostRedirects; followed += 1) {
      const passing = new AbortController();
      const answer = await ask(hop.value, AbortSignal.any([signal, passing.signal]));
      if (!answer.ok || !redirects.has(answer.value.status)) return answer;
      // Its connection would stay for as long as the file takes.
      passing.abort();
      hop = nextHop(hop.value, answer.value.headers['location'], gateway);
    }
    return hop.ok ? failed('redirects') : hop;
  };

/** What an error of the transport means for a save. */
export const saveTroubleOf = (error: unknown): SaveTrouble => {
  const trouble = httpTroubleOf(error);
  if (trouble === 'redirected') return 'redirects';
  return trouble === 'too-large' ? 'unreachable' : trouble;
};
