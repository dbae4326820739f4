import type { Understanding } from '../shared/watching.ts';
import { curlsIn } from './reference-curl.ts';
import { httpRequestsIn } from './reference-http.ts';
import { looksLikeId, standsOutAsId } from './reference-id.ts';
import { answersIn, type JsonAnswer } from './reference-json.ts';
import { addressOf, taskCreatedAt, taskOfLink } from './reference-link.ts';
import type { ReferenceContext } from './reference-link.ts';
import { keyOf, type PastedKey, type PastedRequest, type ReadRequests } from './reference-request.ts';
import { snippetIn } from './reference-snippet.ts';
import { idColumnOf } from './reference-table.ts';
import { foundIds, understood, type Found, type FoundTask } from './reference-understanding.ts';

/** Far more than any list of ids; what comes after it is not read. */
const longestText = 1024 * 1024;

/** More than are ever watched at once; every dialect is asked about every link, so those after them are not read. */
const mostLinks = 2000;

/**
 * What a pasted text asks to watch: one id or many, a column of a sheet, links, commands and requests, a gateway's
 * answers. Ids keep their spelling and order; duplicates are dropped. The key of a request is told of and never in
 * what is returned, but for its last four characters. Never throws.
 */
export const readReference = (text: string, context: ReferenceContext): Understanding => {
  const { requests, rest } = requestsIn(text);
  const found = requests.length > 0 ? inRequests(requests, rest, context) : inPlainText(rest, context);
  return understood(found, keyOfRequests(requests), context);
};

/** The key that the text's requests carry; null unless they agree on one and on where it goes. Never leaves main. */
export const keyInReference = (text: string): string | null =>
  keyOfRequests(requestsIn(text).requests)?.key ?? null;

const requestsIn = (text: string): ReadRequests => {
  const read = text.slice(0, longestText).trim();
  for (const reader of [curlsIn, httpRequestsIn, snippetIn]) {
    const found = reader(read);
    if (found.requests.length > 0) return { ...found, requests: found.requests.slice(0, mostLinks) };
  }
  return { requests: [], rest: read };
};

const keyOfRequests = (requests: readonly PastedRequest[]): PastedKey | null => {
  const origins = new Set(requests.map(({ url }) => (URL.canParse(url) ? new URL(url).origin : '')));
  const keys = new Set(requests.flatMap((request) => keyOf(request) ?? []));
  const [origin, ...otherOrigins] = origins;
  const [key, ...otherKeys] = keys;
  const isClear = otherOrigins.length === 0 && otherKeys.length === 0;
  return origin !== undefined && key !== undefined && isClear ? { key, origin } : null;
};

const inRequests = (requests: readonly PastedRequest[], rest: string, context: ReferenceContext): Found => {
  const creates = requests.filter(({ method }) => method === 'POST');
  const asked = requests
    .filter(({ method }) => method !== 'POST')
    .flatMap(({ url }) => taskOfLink(url, context) ?? []);
  const answered = asked.length > 0 ? null : inAnswers(answersIn(rest) ?? [], context);
  const [create] = creates;
  const created = (answered?.tasks ?? []).map((task) =>
    task.baseUrl === null && create !== undefined
      ? (taskCreatedAt(create.url, task.remoteId, context) ?? task)
      : task,
  );
  const tasks = [...asked, ...created];
  const address = addressOf((create ?? requests[0])?.url ?? '', context);
  const isCreate = tasks.length === 0 && creates.length > 0 && answered?.note !== 'error-answer';
  return {
    tasks,
    address,
    dialect: answered?.dialect ?? null,
    note: isCreate ? 'create-request' : (answered?.note ?? null),
  };
};

const inAnswers = (answers: readonly JsonAnswer[], context: ReferenceContext): Found => {
  const tasks = answers.flatMap(({ link, remoteIds }): readonly FoundTask[] => {
    const linked = link === null ? null : taskOfLink(link, context);
    return linked === null ? foundIds(remoteIds) : [linked];
  });
  const first = answers.find(({ kind }) => kind === 'task');
  const recognised = context.dialects.filter(
    (dialect) => first !== undefined && dialect.recognises(first.body),
  );
  const [only, ...others] = recognised;
  const has = (kind: JsonAnswer['kind']): boolean =>
    tasks.length === 0 && answers.some((one) => one.kind === kind);
  return {
    tasks,
    address: null,
    dialect: others.length === 0 ? (only?.id ?? null) : null,
    note: has('error') ? 'error-answer' : has('create-request') ? 'create-request' : null,
  };
};

const inPlainText = (text: string, context: ReferenceContext): Found => {
  const answers = answersIn(text);
  if (answers !== null) return inAnswers(answers, context);
  const words = idColumnOf(text) ?? wordsOf(text);
  // The words around links are prose or a command, and a command holds a key that must not pass for an id.
  const links = words.flatMap((word) => linkIn.exec(word)?.[0] ?? []).slice(0, mostLinks);
  const isId = words.every(looksLikeId) ? looksLikeId : standsOutAsId;
  const tasks: readonly FoundTask[] =
    links.length > 0
      ? links.flatMap((link) => taskOfLink(link, context) ?? [])
      : foundIds(words.filter(isId));
  return { tasks, address: null, dialect: null, note: null };
};

// Markdown puts words and brackets around a link.
const linkIn = /(?:^|(?<=[([<=]))[a-z][a-z\d+.-]*:\/\/[^)\]>]+/i;

// Ids in running text are ASCII, so everything else parts words, such as the punctuation of Chinese sentences.
const separators = /[^\x21-\x7E]+|[,;]+/;

const wordsOf = (text: string): readonly string[] =>
  text
    .split(separators)
    .map((word) => word.replace(/^[^\w:/-]+/, '').replace(/[^\w:/=-]+$|:+$/, ''))
    .filter((word, index, all) => word !== '' && !/^bearer$/i.test(all[index - 1] ?? ''));
