import { Readable } from 'node:stream';
import { net, type IncomingMessage, type Session } from 'electron';
import type { DownloadAnswer, OpenDownload } from './download.ts';

/**
 * Asks through a session of Electron's: the system's proxy and certificates count there. Not with its `fetch`, which
 * hides where a redirect leads.
 */
export const createNetDownload =
  (session: () => Session): OpenDownload =>
  ({ url, headers }, signal) =>
    new Promise<DownloadAnswer>((resolve, reject) => {
      const request = net.request({
        url,
        session: session(),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      });
      for (const [name, value] of Object.entries(headers)) request.setHeader(name, value);
      const abort = (): void => request.abort();
      signal.addEventListener('abort', abort, { once: true });
      request.once('redirect', (status, _method, location) => {
        resolve({ status, headers: { location }, body: Readable.from([]) });
        request.abort();
      });
      request.once('response', (response) => {
        resolve({
          status: response.statusCode,
          headers: plainHeaders(response.headers),
          body: bodyOf(response),
        });
      });
      // Also after the answer: a request that is aborted says so here.
      request.on('error', reject);
      request.once('abort', () => reject(new Error('aborted')));
      if (signal.aborted) abort();
      else request.end();
    });

/** It is a stream of Node's, which Electron's types do not tell, and is destroyed when the connection breaks. */
const bodyOf = (response: object): AsyncIterable<Uint8Array> => {
  if (!(response instanceof Readable)) throw new TypeError('Electron gives answers in another shape now.');
  // Without a listener an error after the end of reading would be nobody's.
  response.on('error', () => undefined);
  return response;
};

const plainHeaders = (headers: IncomingMessage['headers']): DownloadAnswer['headers'] =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : value,
    ]),
  );
