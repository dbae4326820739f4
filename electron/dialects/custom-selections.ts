import type { CustomDialect, SelectorName } from '../shared/custom-dialect.ts';
import { selectorOf } from './custom-selector.ts';
import type { JsonObject } from './json-fields.ts';

/** What a selector of the description finds in one body. */
export type Selections = (name: SelectorName) => readonly unknown[];

/** No status needs more; a body of 2 MiB can hold a million, and searching it would hold up the main process. */
const mostValues = 50_000;

/** The selectors of a description, ready for bodies. One that is empty or cannot be used finds nothing. */
export const selectionsOf = ({ selectors }: CustomDialect): ((body: JsonObject) => Selections) => {
  const ready = new Map(
    (Object.keys(selectors) as SelectorName[]).map((name) => [name, selectorOf(selectors[name])]),
  );
  return (body) => {
    const isSmall = holdsAtMost(mostValues, body);
    return (name) => {
      const selector = ready.get(name);
      return isSmall && selector?.ok === true ? selector.value(body) : [];
    };
  };
};

/** Without recursion: bodies may be nested deeper than the stack. */
const holdsAtMost = (most: number, body: JsonObject): boolean => {
  const open: object[] = [body];
  let count = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const values: readonly unknown[] = Array.isArray(next) ? next : Object.values(next);
    count += values.length;
    if (count > most) return false;
    for (const value of values) if (typeof value === 'object' && value !== null) open.push(value);
  }
  return true;
};
