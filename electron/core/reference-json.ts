/**
 * The task ids in what a gateway answered to a create or list request, one object or many, also cut off or with a
 * program's own words around it. Null when the text is not such JSON; ids may repeat.
 */
export const idsInJson = (text: string): string[] | null => {
  const value = parsed(text);
  if (typeof value === 'object' && value !== null) return idsIn(value);
  return idField.test(text) ? idsInLines(text.split('\n')) : null;
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

interface MaybeTask {
  readonly task_id?: unknown;
  readonly id?: unknown;
  readonly data?: unknown;
}

/** No deeper than a list or one envelope: what is further in has ids of other things, such as drafts. */
const idsIn = (answer: object): string[] => {
  const own = idOf(answer);
  if (own !== null) return [own];
  const inner: unknown = Array.isArray(answer) ? answer : (answer as MaybeTask).data;
  const items: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
  return items.map(idOf).filter((id) => id !== null);
};

const idOf = (item: unknown): string | null => {
  if (typeof item === 'string') return item;
  if (typeof item !== 'object' || item === null) return null;
  const { task_id: taskId, id } = item as MaybeTask;
  if (typeof taskId === 'string') return taskId;
  return typeof id === 'string' ? id : null;
};

const idField = /"(?:task_id|id)"\s{0,20}:\s{0,20}"([^"\\\s]{1,300})"/;

/** The first id after the first brace of each line; with no such line, the first id of all (indented JSON). */
const idsInLines = (lines: readonly string[]): string[] => {
  const inObjects = lines
    .filter((line) => line.includes('{'))
    .map((line) => firstId(line.slice(line.indexOf('{'))));
  const ids = inObjects.filter((id) => id !== null);
  return ids.length > 0 ? ids : [firstId(lines.join('\n'))].filter((id) => id !== null);
};

const firstId = (text: string): string | null => idField.exec(text)?.[1] ?? null;
