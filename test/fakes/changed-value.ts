export type Path = readonly (string | number)[];

/** Every path into a value, the shortest first. */
export const pathsIn = (value: unknown): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => {
        const step = Array.isArray(value) ? Number(name) : name;
        return [[step], ...pathsIn(inner).map((path) => [step, ...path])];
      })
    : [];

const withValueAt = (value: unknown, [step, ...rest]: Path, next: unknown): unknown => {
  if (step === undefined) return next;
  if (Array.isArray(value)) {
    return value.map((inner: unknown, index) => (index === step ? withValueAt(inner, rest, next) : inner));
  }
  const object = typeof value === 'object' && value !== null ? value : {};
  const inner = (object as Readonly<Record<string | number, unknown>>)[step];
  return Object.fromEntries([...Object.entries(object), [step, withValueAt(inner, rest, next)]]);
};

/** One value replaced, or a named one added, at one of the places. */
export interface Change {
  readonly where: number;
  readonly name: string | null;
  readonly value: unknown;
}

/** The body with one value replaced or added; as it was where that would touch a path that is kept. */
export const changed = (
  body: unknown,
  { where, name, value }: Change,
  isKept: (path: Path) => boolean = () => false,
): unknown => {
  const inside = [[], ...pathsIn(body)];
  const chosen = inside[where % inside.length] ?? [];
  const path = name === null ? chosen : [...chosen, name];
  return path.length === 0 || isKept(path) ? body : withValueAt(body, path, value);
};
