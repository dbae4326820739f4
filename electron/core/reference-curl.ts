import type { PastedHeader, PastedRequest, ReadRequests } from './reference-request.ts';
import { shellWords, type Shell } from './reference-words.ts';

/** The `curl` commands of a text, in the quoting of a POSIX shell, of Windows' cmd or of PowerShell. */
export const curlsIn = (text: string): ReadRequests => {
  const shell = shellOf(text);
  const plain = shell === 'cmd' ? withoutCarets(text) : text;
  const requests: PastedRequest[] = [];
  const rest: string[] = [];
  let taken = 0;
  const starts = /(?<![\w./-])curl(?:\.exe)?(?=[\s\\`])/gi;
  for (let found = starts.exec(plain); found !== null; found = starts.exec(plain)) {
    const { words, end } = shellWords(plain, starts.lastIndex, shell);
    const request = requestOf(words);
    starts.lastIndex = end;
    // Without a URL it is the word in a sentence.
    if (request === null) continue;
    requests.push(request);
    rest.push(plain.slice(taken, found.index));
    taken = end;
  }
  return { requests, rest: [...rest, plain.slice(taken)].join('\n') };
};

const shellOf = (text: string): Shell => {
  if (/\^[^\S\n]*\r?\n|\^"/.test(text)) return 'cmd';
  return /`[^\S\n]*\r?\n|curl\.exe/i.test(text) ? 'powershell' : 'posix';
};

/** Where quotes are escaped too, as browsers copy for cmd, every caret escapes; else only those that end a line. */
const withoutCarets = (text: string): string => {
  const joined = text.replaceAll(/\^[^\S\n]*\r?\n/g, ' ');
  return joined.includes('^"') ? joined.replaceAll(/\^([\s\S])/g, '$1') : joined;
};

const valued = new Set(
  (
    'header request url data data-raw data-binary data-urlencode data-ascii json form form-string user user-agent ' +
    'referer cookie cookie-jar output proxy max-time connect-timeout retry retry-delay write-out cacert cert ' +
    'dump-header upload-file config resolve range'
  ).split(' '),
);
const longNames: Readonly<Record<string, string>> = { H: 'header', X: 'request', d: 'data', F: 'form' };

const requestOf = (words: readonly string[]): PastedRequest | null => {
  const headers: PastedHeader[] = [];
  let url: string | null = null;
  let method: string | null = null;
  let isPost = false;
  let isGet = false;

  for (let index = 0; index < words.length; index += 1) {
    const [option, attached] = optionOf(words[index] ?? '');
    if (option === null) url ??= linkIn(attached);
    if (option === 'get' || option === 'G' || option === 'head' || option === 'I') isGet = true;
    if (option === null || !valued.has(option)) continue;
    const value = attached === '' ? (words[(index += 1)] ?? '') : attached;
    if (option === 'header') headers.push(headerIn(value));
    else if (option === 'request') method = value.toUpperCase();
    else if (option === 'url') url = linkIn(value) ?? url;
    else if (/^(?:data|json|form)/.test(option)) isPost = true;
  }
  return url === null ? null : { method: method ?? (isPost && !isGet ? 'POST' : 'GET'), url, headers };
};

/** The option that a word names, by its long name, and its value if that is in the same word; else the word itself. */
const optionOf = (word: string): readonly [option: string | null, attached: string] => {
  const [, long, given = ''] = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(word) ?? [];
  if (long !== undefined) return [long, given];
  if (!/^-[a-z]/i.test(word)) return [null, word];
  // Letters without a value may stand before one that has it: -sSLH.
  const at = 1 + word.slice(1).search(/[HXdFuAebcoxmwTKDrE]/);
  if (at === 0) return [word.includes('G') ? 'G' : word.slice(1), ''];
  const letter = word.charAt(at);
  return [longNames[letter] ?? 'config', word.slice(at + 1)];
};

const linkIn = (word: string): string | null => (/^https?:\/\//i.test(word) ? word : null);

const headerIn = (line: string): PastedHeader => {
  const colon = line.indexOf(':');
  return [line.slice(0, Math.max(0, colon)), line.slice(colon + 1)];
};
