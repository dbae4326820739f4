/** Reads the shapes in which the D-Bus library gives variants and dictionaries. */

/** What is in a variant, which comes as [type, [value]]. */
export const variantValue = (variant: unknown): unknown =>
  (variant as readonly [unknown, readonly unknown[]])[1][0];

/** An a{sv} as a map to the bare values. */
export const dictionary = (entries: unknown): ReadonlyMap<string, unknown> =>
  new Map(
    (entries as readonly (readonly [string, unknown])[]).map(([key, variant]) => [
      key,
      variantValue(variant),
    ]),
  );

/** A text, or the empty text when there is something else. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
