import type { PastedHeader, PastedRequest, ReadRequests } from './reference-request.ts';

/**
 * The requests of a program: PowerShell's `Invoke-RestMethod`, or what a browser copies as `fetch`. Known by a link
 * together with a cmdlet or a header that carries a key. None leaves the text for other readers.
 */
export const snippetIn = (text: string): ReadRequests => {
  const headers = [...text.matchAll(keyHeader)].map(([, name = '', , value = '']): PastedHeader => [
    name,
    value,
  ]);
  if (headers.length === 0 && !cmdlet.test(text)) return { requests: [], rest: text };
  const [first, ...others] = [...text.matchAll(link)].map(([url]) => url);
  if (first === undefined) return { requests: [], rest: text };
  const method = namedMethod.exec(text)?.slice(1).find(Boolean)?.toUpperCase() ?? 'GET';
  // What is sent may hold links of its own, such as that of a picture; what is only read may be several tasks.
  const urls = method === 'GET' ? [first, ...others.filter((url) => isBeside(url, first))] : [first];
  return { requests: urls.map((url): PastedRequest => ({ method, url, headers })), rest: '' };
};

/** Headers are for one place; a browser also copies which page the request came from. */
const isBeside = (url: string, first: string): boolean =>
  URL.canParse(url) && URL.canParse(first) && new URL(url).origin === new URL(first).origin;

const link = /https?:\/\/[^\s'"`<>\\),;]+/gi;
const cmdlet = /\b(?:Invoke-(?:RestMethod|WebRequest)|irm|iwr)\b/i;
const namedMethod =
  /-Method\s{1,9}['"]?(\w+)|\bmethod['"]?\s{0,9}[:=]\s{0,9}['"`](\w+)|\.(post|put|delete)\(/i;

/** `Authorization: Bearer …` in a line, a hash table, an object or a call, whatever stands between the two. */
const keyHeader =
  /\b(authorization|x-goog-api-key|mj-api-secret)['"`]?\s{0,9}(?:=>|[:=,])\s{0,9}(['"`]?)([^'"`\r\n]{0,4200})/gi;
