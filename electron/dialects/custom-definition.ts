import {
  selectorNames,
  wordLists,
  type CustomDialect,
  type CustomDialectField,
  type CustomDialectTrouble,
  type CustomDialectTroubles,
} from '../shared/custom-dialect.ts';
import { selectorOf } from './custom-selector.ts';
import { plainWord } from './words.ts';

type Check = (definition: CustomDialect) => CustomDialectTrouble | null;

const longest = { id: 60, label: 60, path: 300, header: 300, word: 80 } as const;
const mostPaths = 5;
const mostWords = 40;

/** What of a description cannot be used, field by field. Takes any text in any field. */
export const troublesOf = (definition: CustomDialect): CustomDialectTroubles => {
  const troubles: Partial<Record<CustomDialectField, CustomDialectTrouble>> = {};
  for (const [field, check] of checks) {
    const trouble = check(definition);
    if (trouble !== null) troubles[field] = trouble;
  }
  return troubles;
};

const troubleOfId: Check = ({ id }) =>
  id.length <= longest.id && /^custom:[a-z0-9]+(?:-[a-z0-9]+)*$/.test(id) ? null : 'id-malformed';

const troubleOfLabel: Check = ({ label }) => {
  if (label.trim() === '') return 'label-missing';
  return label.length > longest.label ? 'label-too-long' : null;
};

const troubleOfPaths: Check = ({ paths }) => {
  if (paths.length === 0) return 'path-missing';
  if (paths.length > mostPaths) return 'too-many-paths';
  return paths.map(troubleOfPath).find((trouble) => trouble !== null) ?? null;
};

const troubleOfPath = (path: string): CustomDialectTrouble | null => {
  if (path === '') return 'path-missing';
  if (path.length > longest.path) return 'path-too-long';
  if (!path.includes('{id}') && !path.includes('{id...}')) return 'path-without-id';
  return isPath(path) ? null : 'path-malformed';
};

/** Placeholders are whole segments or whole values, so that the id in a pasted address can be found again. */
const isPath = (path: string): boolean => {
  const [before = '', query, ...more] = path.split('?');
  const segments = before.split('/').slice(1);
  return (
    path.startsWith('/') &&
    more.length === 0 &&
    segments.every(
      (segment) => /^\{\w+(?:\.\.\.)?\}$|^[^{}]*$/.test(segment) && !/^\.{1,2}$/.test(segment),
    ) &&
    (query === undefined || query.split('&').every((pair) => /^[^{}=]+=(?:\{\w+\}|[^{}=]*)$/.test(pair))) &&
    /^[\x21-\x7e]+$/.test(path) &&
    !/[#\\]/.test(path)
  );
};

/** Names that the transport sets itself, or that would change how the request is carried. */
const connectionHeader =
  /^(?:host|accept|connection|content-.*|cookie2?|expect|keep-alive|origin|referer|te|trailer|transfer-encoding|upgrade|via|proxy-.*|sec-.*)$/i;

const troubleOfHeaderName: Check = ({ header: { name } }) => {
  if (name.length > longest.header) return 'header-too-long';
  if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name)) return 'header-malformed';
  return connectionHeader.test(name) ? 'header-not-allowed' : null;
};

const troubleOfHeaderValue: Check = ({ header: { value } }) => {
  if (value.length > longest.header) return 'header-too-long';
  if (value.split('{key}').length !== 2) return 'header-without-key';
  return /^[\x21-\x7e]+(?: [\x21-\x7e]+)*$/.test(value) ? null : 'header-malformed';
};

const selectorChecks = selectorNames.map((name) => {
  const check: Check = ({ selectors }) => {
    const text = selectors[name];
    if (text.trim() === '') return name === 'status' ? 'selector-missing' : null;
    const selector = selectorOf(text);
    return selector.ok ? null : selector.trouble;
  };
  return [name, check] as const;
});

const wordChecks = wordLists.map((list) => {
  const check: Check = ({ words }) => {
    const own = words[list];
    if (own.length === 0) return list === 'succeeded' ? 'word-missing' : null;
    if (own.length > mostWords) return 'too-many-words';
    if (!own.every(isWord)) return 'word-malformed';
    const others = wordLists
      .filter((other) => other !== list)
      .flatMap((other) => words[other].slice(0, mostWords));
    const taken = new Set(others.map(plainWord));
    return own.some((word) => taken.has(plainWord(word))) ? 'word-twice' : null;
  };
  return [list, check] as const;
});

/** Commas part words: in the form, and where a status of several words is shown. */
const isWord = (word: string): boolean =>
  word.length <= longest.word && plainWord(word) !== '' && !word.includes(',');

const checks: readonly (readonly [CustomDialectField, Check])[] = [
  ['id', troubleOfId],
  ['label', troubleOfLabel],
  ['paths', troubleOfPaths],
  ['headerName', troubleOfHeaderName],
  ['headerValue', troubleOfHeaderValue],
  ...selectorChecks,
  ...wordChecks,
];
