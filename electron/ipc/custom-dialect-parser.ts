import * as v from 'valibot';
import {
  selectorNames,
  wordLists,
  type CustomDialect,
  type DialectTextTrouble,
} from '../shared/custom-dialect.ts';
import { failed, ok, type Result } from '../shared/result.ts';

/** Longer than anything that is taken, so that a text that is too long is told beside its field. */
const text = v.pipe(v.string(), v.maxLength(2000));
const wordList = v.pipe(v.array(text), v.maxLength(200));

const entriesOf = <Name extends string, Schema>(
  names: readonly Name[],
  schema: Schema,
): Readonly<Record<Name, Schema>> =>
  Object.fromEntries(names.map((name) => [name, schema])) as Record<Name, Schema>;

/** The form of a description; what its texts have to be is decided where they are used. */
export const customDialect = v.strictObject({
  id: text,
  label: text,
  paths: v.pipe(v.array(text), v.maxLength(20)),
  header: v.strictObject({ name: text, value: text }),
  selectors: v.strictObject(entriesOf(selectorNames, text)),
  progressScale: v.picklist(['fraction', 'percent']),
  words: v.strictObject(entriesOf(wordLists, wordList)),
});

/** Written by hand or exported: what is not used may be left out. */
const writtenDialect = v.strictObject({
  ...customDialect.entries,
  taskbellDialect: v.literal(1),
  selectors: v.strictObject({ ...entriesOf(selectorNames, v.optional(text, '')), status: text }),
  progressScale: v.optional(customDialect.entries.progressScale, 'percent'),
  words: v.strictObject({ ...entriesOf(wordLists, v.optional(wordList, [])), succeeded: wordList }),
});

const longestText = 100_000;

/** Reads the JSON of a description. */
export const dialectFromText = (json: string): Result<CustomDialect, DialectTextTrouble> => {
  if (json.length > longestText) return failed({ kind: 'not-a-dialect', at: '' });
  let value: unknown;
  try {
    value = JSON.parse(json.replace(/^\uFEFF/, ''));
  } catch {
    return failed({ kind: 'not-json' });
  }
  const parsed = v.safeParse(writtenDialect, value);
  if (!parsed.success) return failed({ kind: 'not-a-dialect', at: v.getDotPath(parsed.issues[0]) ?? '' });
  const { id, label, paths, header, selectors, progressScale, words } = parsed.output;
  return ok({ id, label, paths, header, selectors, progressScale, words });
};

/** The JSON of a description, without what is not used; `dialectFromText` reads it back the same. */
export const textOfDialect = ({ id, label, paths, header, selectors, ...rest }: CustomDialect): string => {
  const used = <Value extends { readonly length: number }>(
    all: Readonly<Record<string, Value>>,
  ): Readonly<Record<string, Value>> =>
    Object.fromEntries(Object.entries(all).filter(([, { length }]) => length > 0));
  const written = {
    taskbellDialect: 1,
    id,
    label,
    paths,
    header,
    selectors: used(selectors),
    progressScale: rest.progressScale,
    words: used(rest.words),
  };
  return JSON.stringify(written, null, 2);
};
