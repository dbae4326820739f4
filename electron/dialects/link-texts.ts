import { textAt } from './json-fields.ts';

/** Links as APIs write them: one text or one object with a `url`, or a list of either. Unchecked. */
export const linkTexts = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).flatMap((entry: unknown) => {
    const link = textAt({ entry }, 'entry') ?? textAt(entry, 'url');
    return link === null ? [] : [link];
  });
