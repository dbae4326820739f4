import type { DeepLinkTrouble, LinkedWatch } from '../shared/deep-link.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { oneLine } from './one-line.ts';
import { redact } from './redaction.ts';
import { isPlausibleId } from './reference-id.ts';

const longestLink = 8192;
const longestName = 100;
const mostTasks = 50;

/** Whether an argument of the program is one of our links, good or bad. */
export const isDeepLink = (word: string): boolean => /^taskbell:/i.test(word);

/**
 * Reads `taskbell://watch?ref=TASK&ref=TASK&gateway=NAME`, where a TASK is an id or an http(s) link. Anybody can make
 * such a link and have it opened, so everything that is not exactly this is refused. Never throws.
 */
export const readDeepLink = (link: string): Result<LinkedWatch, DeepLinkTrouble> => {
  if (link.length > longestLink) return failed('too-long');
  const parts = /^taskbell:\/\/([a-z-]+)\/?(?:\?([^#]*))?$/i.exec(link);
  if (parts === null) return failed('not-readable');
  const [, action = '', query = ''] = parts;
  if (action.toLowerCase() !== 'watch') return failed('unknown-action');
  const fields = fieldsOf(query);
  return fields === null ? failed('not-readable') : watchOf(fields);
};

type Field = readonly [name: string, value: string];

/** Null when an escape is broken. */
const fieldsOf = (query: string): readonly Field[] | null => {
  try {
    return query
      .split('&')
      .filter((field) => field !== '')
      .map((field): Field => {
        const at = field.indexOf('=');
        const name = at === -1 ? field : field.slice(0, at);
        return [name, at === -1 ? '' : decodeURIComponent(field.slice(at + 1))];
      });
  } catch {
    return null;
  }
};

const watchOf = (fields: readonly Field[]): Result<LinkedWatch, DeepLinkTrouble> => {
  if (fields.some(([name]) => name !== 'ref' && name !== 'gateway')) return failed('unknown-part');
  const valuesOf = (wanted: string): readonly string[] =>
    fields.filter(([name]) => name === wanted).map(([, value]) => value);
  const refs = valuesOf('ref');
  const [gateway = null, ...others] = valuesOf('gateway');
  if (others.length > 0) return failed('unknown-part');
  if (refs.length === 0) return failed('no-task');
  if (refs.length > mostTasks) return failed('too-many');
  if ([...refs, gateway ?? ''].some(holdsSecret)) return failed('holds-secret');
  if (!refs.every(isTask)) return failed('not-a-task');
  if (gateway !== null && !isName(gateway)) return failed('not-readable');
  return ok({ text: refs.join('\n'), gateway });
};

/** One line without characters that hide or turn around what stands there, so that what is shown is what it is. */
const isPlain = (text: string): boolean => text !== '' && oneLine(text) === text;

const isName = (text: string): boolean => isPlain(text) && text.length <= longestName;

/** An id may have a colon, but what would run or open something elsewhere is none. */
const otherScheme = /^(?:javascript|vbscript|data|file|blob|about|ftp|ssh|mailto|taskbell):/i;

const isTask = (ref: string): boolean => {
  if (!isPlain(ref) || otherScheme.test(ref)) return false;
  if (!/^[a-z][a-z\d+.-]*:\/\//i.test(ref)) return isPlausibleId(ref);
  return /^https?:\/\//i.test(ref) && !/\s/.test(ref) && URL.canParse(ref);
};

const holdsSecret = (ref: string): boolean => {
  if (/(?:^|[^a-z\d])(?:sk|pk|rk)[-_][\w-]{8}/i.test(ref)) return true;
  if (URL.canParse(ref)) {
    const { username, password, search } = new URL(ref);
    if (username !== '' || password !== '') return true;
    if (/[?&](?:api[-_]?key|key|token|access_token|authorization|secret)=/i.test(search)) return true;
  }
  // What the log would black out, but for the query of a link.
  return !ref.includes('://') && redact(ref, []) !== ref;
};
