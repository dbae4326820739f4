import type { Dialect } from '../core/dialect.ts';
import type { CustomDialect, SelectorName } from '../shared/custom-dialect.ts';
import { selectionsOf, type Selections } from './custom-selections.ts';
import { jsonDialect, noPacing } from './json-dialect.ts';
import { numberAt, tokenAt, type JsonObject } from './json-fields.ts';
import type { FoundLink, TaskFields } from './task-fields.ts';
import { meaningIn, type Words } from './words.ts';

/** The dialect that a description without troubles makes. */
export const customDialect = (definition: CustomDialect): Dialect => {
  const { id, label, paths, header, words, selectors } = definition;
  const select = selectionsOf(definition);
  const [first = '', ...others] = paths;
  return jsonDialect<string>({
    id,
    label,
    source: 'Described by the user.',
    hosts: [],
    paths: [first, ...others],
    headers: (key) => ({
      // A function, because a key may hold what `replace` takes for a pattern.
      [header.name]: header.value.replace('{key}', () => key),
      Accept: 'application/json',
    }),
    words,
    linkLifeMs: null,
    pacing: noPacing,
    hasProgress: selectors.progress.trim() !== '',
    pick: (body, { remoteId }) => {
      const found = select(body);
      if (!isAbout(tokensOf(found('taskId')), remoteId)) return { trouble: 'other-task' };
      return fieldsOf(found, definition);
    },
    // A description says nothing of what other APIs look like, so it never claims an answer for itself.
    recognises: () => false,
  });
};

const fieldsOf = (found: Selections, { words, progressScale }: CustomDialect): TaskFields | null => {
  const status = wordOf(tokensOf(found('status')), words);
  if (status === null) return null;
  const text = (name: SelectorName): string | null => tokensOf(found(name))[0] ?? null;
  const progress = numberAt({ progress: found('progress')[0] }, 'progress');
  return {
    word: status,
    progress: progress === null || progressScale === 'fraction' ? progress : progress / 100,
    title: text('title'),
    model: text('model'),
    links: (['video', 'thumbnail', 'audio'] as const).flatMap((kind) => linksFrom(kind, found(kind))),
    failure: { code: text('failureCode'), message: text('failureMessage') },
    createdAt: found('createdAt')[0],
    updatedAt: found('updatedAt')[0],
  };
};

/**
 * The word that decides. A selector may find several, one for each part of a task: as long as they do not all mean
 * the same, the task runs. Their list is no word that a description can hold, since those have no commas.
 */
const wordOf = (found: readonly string[], words: Words): string | null => {
  const [first = null] = found;
  const meanings = new Set(found.map((word) => meaningIn(words, word)));
  return meanings.size <= 1 ? first : found.join(', ');
};

const linksFrom = (kind: FoundLink['kind'], values: readonly unknown[]): readonly FoundLink[] =>
  values.flatMap((url) => (typeof url === 'string' ? [{ kind, url: url.trim() }] : []));

/** Texts that are not blank, numbers, and the `true` and `false` of APIs that say `done` so. */
const tokensOf = (values: readonly unknown[]): readonly string[] =>
  values.flatMap((value) => {
    const token =
      typeof value === 'boolean' ? String(value) : tokenAt({ value } satisfies JsonObject, 'value');
    return token === null ? [] : [token];
  });

/** A remote id of several parts is answered with its last one. */
const isAbout = (ids: readonly string[], remoteId: string): boolean =>
  ids.length === 0 ||
  ids.some((id) => id === remoteId || id === remoteId.slice(remoteId.lastIndexOf('/') + 1));
