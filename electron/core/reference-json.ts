import { looksLikeId } from './reference-id.ts';

/** What one JSON object of a text says. */
export interface JsonAnswer {
  readonly body: unknown;
  readonly remoteIds: readonly string[];
  /** Where the answer says that its task is asked about; null when it does not. */
  readonly link: string | null;
  readonly kind: 'task' | 'error' | 'create-request' | 'other';
}

/**
 * The answers of a gateway in a text: one or many, also in the lines of a log, in fences, cut off, or printed by a
 * program with other quotes. Null when the text holds no such JSON. Ids may repeat. Never throws.
 */
export const answersIn = (text: string): readonly JsonAnswer[] | null => {
  const whole = parsed(text);
  const values = isHolder(whole) ? [whole] : piecesOf(text).filter(isHolder);
  const answers = values.flatMap((value) => (isListOfOthers(value) ? value : [value])).map(answerOf);
  if (answers.some(({ kind }) => kind !== 'other')) return answers;
  const remoteIds = idField.test(text) ? idsInLines(text.split('\n')) : [];
  if (remoteIds.length > 0) return [{ body: null, remoteIds, link: null, kind: 'task' }];
  return answers.length > 0 ? answers : null;
};

const isHolder = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** A list of answers, such as an export, rather than of ids. */
const isListOfOthers = (value: object): value is readonly object[] =>
  Array.isArray(value) && value.length > 0 && value.every(isHolder);

const parsed = (text: string): unknown => {
  // Ids of eighteen digits are more than a JSON number can keep.
  const exact = text.replaceAll(/(:\s{0,20})(\d{16,40})(?=\s{0,20}[,}])/g, '$1"$2"');
  for (const json of exact === text ? [text] : [exact, text]) {
    try {
      return JSON.parse(json);
    } catch {
      continue;
    }
  }
  return undefined;
};

/** The JSON values that begin with a bracket, one after the other; what is cut off ends the search. */
const piecesOf = (text: string): readonly unknown[] => {
  const values: unknown[] = [];
  const opening = /[{[]/g;
  for (let found = opening.exec(text); found !== null; found = opening.exec(text)) {
    const end = endOfValue(text, found.index);
    if (end === null) break;
    values.push(parsed(text.slice(found.index, end)));
    opening.lastIndex = end;
  }
  return values;
};

const endOfValue = (text: string, start: number): number | null => {
  // Brackets within strings do not count.
  const marks = /[{}[\]]|"[^"\\\n]*(?:\\.[^"\\\n]*)*"?/g;
  marks.lastIndex = start;
  let depth = 0;
  for (let found = marks.exec(text); found !== null; found = marks.exec(text)) {
    if (found[0] === '{' || found[0] === '[') depth += 1;
    else if (found[0] === '}' || found[0] === ']') depth -= 1;
    if (depth === 0) return marks.lastIndex;
  }
  return null;
};

type Fields = Readonly<Record<string, unknown>>;

const answerOf = (body: object): JsonAnswer => {
  const remoteIds = idsIn(body, 0);
  const fields = body as Fields;
  const kind = remoteIds.length > 0 ? 'task' : isError(fields) ? 'error' : 'other';
  return {
    body,
    remoteIds,
    link: linkOf(fields),
    kind: kind === 'other' && 'model' in fields && 'prompt' in fields ? 'create-request' : kind,
  };
};

const errorSigns = ['error', 'message', 'msg', 'detail', 'description', 'base_resp', 'err_code'];

const isError = (fields: Fields): boolean => errorSigns.some((name) => Boolean(fields[name]));

const linkOf = ({
  status_url: status,
  polling_url: polling,
  urls,
  response_url: response,
}: Fields): string | null => {
  const get = isHolder(urls) ? (urls as Fields)['get'] : undefined;
  const link = [status, polling, get, response].find((value) => typeof value === 'string');
  return typeof link === 'string' ? link : null;
};

/** Around a task: an envelope, a list, or both. What is further in has ids of other things, such as drafts. */
const envelopes = [
  'data',
  'output',
  'task',
  'result',
  'response',
  'items',
  'tasks',
  'generations',
  'results',
  'list',
];
const deepest = 3;

const idsIn = (value: unknown, depth: number): readonly string[] => {
  if (Array.isArray(value))
    return value.flatMap((item: unknown) => (depth < deepest ? idsIn(item, depth + 1) : []));
  if (!isHolder(value)) return depth === 0 ? [] : idsOf(value).filter(looksLikeId);
  const fields = value as Fields;
  const named = idsOf(fields['task_id'] ?? fields['taskId']);
  if (named.length > 0) return named;
  const inner = depth < deepest ? envelopes.map((name) => fields[name]).filter(Boolean) : [];
  const enveloped = inner.filter(isHolder).flatMap((envelope) => idsWithName(envelope, depth + 1));
  if (enveloped.length > 0) return enveloped;
  const own = idsOf(fields['id'] ?? fields['jobId'] ?? operationIn(fields['name']));
  if (own.length > 0) return own;
  const within = inner.flatMap((envelope) => idsIn(envelope, depth + 1));
  if (within.length > 0) return within;
  // Errors have the id of the request too.
  return depth === 0 && !isError(fields) && !('code' in fields) ? idsOf(fields['request_id']) : [];
};

/** A `task_id` in an envelope is the task's, whatever has the `id` around it. */
const idsWithName = (envelope: object, depth: number): readonly string[] => {
  const fields = envelope as Fields;
  return 'task_id' in fields || 'taskId' in fields ? idsIn(envelope, depth) : [];
};

const operationIn = (name: unknown): unknown =>
  typeof name === 'string' && /(?:^|\/)operations\//.test(name) ? name : undefined;

const idsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'number') return Number.isSafeInteger(value) && value > 999 ? [String(value)] : [];
  return typeof value === 'string' && value !== '' ? [value] : [];
};

const idField = /(["'])(?:task_id|taskId|id)\1\s{0,20}:\s{0,20}(["'])([^"'\\\s]{1,300})\2/;

/** The first id after the first brace of each line; with no such line, the first id of all (indented JSON). */
const idsInLines = (lines: readonly string[]): string[] => {
  const inObjects = lines
    .filter((line) => line.includes('{'))
    .map((line) => firstId(line.slice(line.indexOf('{'))));
  const ids = inObjects.filter((id) => id !== null);
  return ids.length > 0 ? ids : [firstId(lines.join('\n'))].filter((id) => id !== null);
};

const firstId = (text: string): string | null => idField.exec(text)?.[3] ?? null;
