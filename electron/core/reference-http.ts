import { isPlainHttpElsewhere } from '../shared/plain-http.ts';
import type { PastedHeader, PastedRequest, ReadRequests } from './reference-request.ts';

const requestLine = /^(GET|HEAD|DELETE|POST|PUT|PATCH)[ \t]+(\S+)(?:[ \t]+HTTP\/[\d.]+)?[ \t]*$/i;
const headerLine = /^([A-Za-z][\w-]*):[ \t]*(.*)$/;

/** Requests as they go over the wire or into a REST client: a request line, headers, perhaps a body. */
export const httpRequestsIn = (text: string): ReadRequests => {
  const requests: PastedRequest[] = [];
  const rest: string[] = [];
  // `curl -v` marks the lines that it sends.
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^> ?/, ''));
  for (let index = 0; index < lines.length; index += 1) {
    const [, method = '', target = ''] = requestLine.exec(lines[index] ?? '') ?? [];
    const headers = method === '' ? [] : headersFrom(lines, index + 1);
    const url = method === '' ? null : urlOf(target, headers);
    if (url === null) {
      rest.push(lines[index] ?? '');
      continue;
    }
    const request = { method: method.toUpperCase(), url, headers };
    requests.push(request);
    index += headers.length;
    if (mayHaveBody(request)) index += bodyLength(lines, index + 1);
  }
  return { requests, rest: rest.join('\n') };
};

const headersFrom = (lines: readonly string[], start: number): readonly PastedHeader[] => {
  const headers: PastedHeader[] = [];
  for (let index = start; index < lines.length; index += 1) {
    const [, name, value] = headerLine.exec(lines[index] ?? '') ?? [];
    if (name === undefined || value === undefined) break;
    headers.push([name, value]);
  }
  return headers;
};

const urlOf = (target: string, headers: readonly PastedHeader[]): string | null => {
  if (/^https?:\/\//i.test(target)) return target;
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1].trim();
  if (host === undefined || !/^\/\S/.test(target)) return null;
  // Only this machine is ever asked without encryption unless the text says so.
  const plain = `http://${host}${target}`;
  return URL.canParse(plain) && isPlainHttpElsewhere(new URL(plain)) ? `https://${host}${target}` : plain;
};

const mayHaveBody = ({ method }: PastedRequest): boolean => method.startsWith('P');

/** A body goes on to the answer or the next request. */
const bodyLength = (lines: readonly string[], start: number): number => {
  let end = start;
  while (end < lines.length && !endsBody.test(lines[end] ?? '')) end += 1;
  return end - start;
};

const endsBody = /^(?:< ?)?HTTP\/[\d.]+ \d|^(?:GET|HEAD|DELETE|POST|PUT|PATCH)[ \t]+\S/;
