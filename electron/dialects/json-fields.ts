import { failed, ok, type Result } from '../shared/result.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads a body by what it holds: relays send JSON as text/html and pages as application/json. */
export const parseObject = (body: string): Result<JsonObject, 'not-json' | 'not-understood'> => {
  const parsed = parse(body);
  if (!parsed.ok) return parsed;
  return isObject(parsed.value) ? ok(parsed.value) : failed('not-understood');
};

/** As parseObject, and a bare list as the `items` of an object. */
export const parseObjectOrItems = (body: string): Result<JsonObject, 'not-json' | 'not-understood'> => {
  const parsed = parse(body);
  if (!parsed.ok) return parsed;
  if (Array.isArray(parsed.value)) return ok({ items: parsed.value });
  return isObject(parsed.value) ? ok(parsed.value) : failed('not-understood');
};

const parse = (body: string): Result<unknown, 'not-json'> => {
  try {
    return ok(JSON.parse(body.replace(/^\uFEFF/, '')));
  } catch {
    return failed('not-json');
  }
};

/** The value at a path of own properties; undefined when any step is missing. */
export const at = (value: unknown, ...path: readonly string[]): unknown => {
  let here = value;
  for (const name of path) {
    if (!isObject(here) || !Object.hasOwn(here, name)) return undefined;
    here = here[name];
  }
  return here;
};

export const objectAt = (value: unknown, ...path: readonly string[]): JsonObject | null => {
  const found = at(value, ...path);
  return isObject(found) ? found : null;
};

/** The trimmed text at a path; null when it is missing, blank or not a string. */
export const textAt = (value: unknown, ...path: readonly string[]): string | null => {
  const found = at(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found.trim() : null;
};

/** As textAt, but numbers count too: codes and ids come as either. */
export const tokenAt = (value: unknown, ...path: readonly string[]): string | null => {
  const found = at(value, ...path);
  return typeof found === 'number' ? String(found) : textAt(value, ...path);
};

/** The finite number at a path, from a number or a numeric string such as "42" or "42%". */
export const numberAt = (value: unknown, ...path: readonly string[]): number | null => {
  const found = at(value, ...path);
  if (typeof found === 'number') return Number.isFinite(found) ? found : null;
  const digits =
    typeof found === 'string' ? /^\s*(-?\d{1,15}(?:\.\d{1,20})?)\s*%?\s*$/.exec(found)?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
};

/** The objects in the array at a path; none when there is no array. */
export const objectsAt = (value: unknown, ...path: readonly string[]): readonly JsonObject[] => {
  const found = at(value, ...path);
  return Array.isArray(found) ? found.filter(isObject) : [];
};
