import type { HttpTrouble } from '../core/ports.ts';

/**
 * The kind of a transport error, and nothing else of it: messages and configurations of such errors hold URLs and
 * headers. Chromium names its errors `net::ERR_…`, Node puts a `code` on the cause, axios on the error itself.
 */
export const httpTroubleOf = (error: unknown): HttpTrouble => {
  const signs = signsOf(error).join(' ');
  return kinds.find(([pattern]) => pattern.test(signs))?.[1] ?? 'unreachable';
};

const kinds: readonly (readonly [RegExp, HttpTrouble])[] = [
  [/maxContentLength/, 'too-large'],
  [/ETIMEDOUT|ECONNABORTED|TIMED_OUT|UND_ERR_\w*TIMEOUT/, 'timed-out'],
  [/ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED|ENETUNREACH|ENETDOWN/, 'no-network'],
  [/ERR_NAME_NOT_RESOLVED|ERR_NAME_RESOLUTION_FAILED|ENOTFOUND|EAI_AGAIN/, 'unknown-host'],
  [/ERR_CERT_|ERR_SSL_|ERR_TLS_|CERT_|SELF_SIGNED|UNABLE_TO_|ERR_BAD_SSL|EPROTO/, 'insecure'],
  // Last, because the messages of the others may name a host that is called so.
  [/redirect/i, 'redirected'],
];

const signsOf = (error: unknown): readonly string[] => {
  if (!(error instanceof Error)) return [];
  const code = 'code' in error ? String(error.code) : '';
  return [code, error.message, ...signsOf(error.cause)];
};
