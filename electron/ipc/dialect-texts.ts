import type { App } from '../app.ts';
import type { DialectTextTrouble, SavedDialect } from '../shared/custom-dialect.ts';
import { failed, type Result } from '../shared/result.ts';
import { dialectFromText, textOfDialect } from './custom-dialect-parser.ts';

/** Descriptions as JSON text, for the window and the command line. Null when there is no such description. */
export const exportDialect = (dialects: App['dialects'], id: string): string | null => {
  const definition = dialects.definition(id);
  return definition === null ? null : textOfDialect(definition);
};

/** Stores the description in the text, in the place of one of the same id. */
export const importDialect = (
  dialects: App['dialects'],
  text: string,
): Result<SavedDialect, DialectTextTrouble> => {
  const read = dialectFromText(text);
  if (!read.ok) return read;
  const saved = dialects.save(read.value);
  return saved.ok ? saved : failed({ kind: 'troubles', troubles: saved.trouble });
};
