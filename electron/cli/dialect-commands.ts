import { oneLine } from '../core/one-line.ts';
import { words } from '../shared/language/spoken.ts';
import { ok } from '../shared/result.ts';
import { ask } from './asking.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import { safeJson, safeText, table } from './terminal-text.ts';

export const listDialects: Command<'dialect list'> = async (given, io) => {
  const listed = await ask(io, 'dialect.list', {});
  if (!listed.ok) return complain(io, listed.trouble);
  if (given.given('json')) return print(io, safeJson(listed.value));
  const rows = listed.value.map(({ id, label, isCustom }) => [
    id,
    isCustom ? words().commandLine.yours : '',
    label,
  ]);
  return print(io, table(words().commandLine.headings.dialects, rows, io.columns ?? 160));
};

export const exportDialect: Command<'dialect export'> = async ({ words: [id = ''] }, io) => {
  const exported = await ask(io, 'dialect.export', { id });
  if (!exported.ok) return complain(io, exported.trouble);
  return print(io, safeText(exported.value.text));
};

export const importDialect: Command<'dialect import'> = async ({ words: [file = ''] }, io) => {
  const text = file === '-' ? ok(await io.readStdin()) : await io.readFile(file);
  if (!text.ok) return complainOfUsage(io, text.trouble);
  const imported = await ask(io, 'dialect.import', { text: text.value });
  if (!imported.ok) return complain(io, imported.trouble);
  const { id, label, replaced } = imported.value;
  const { dialectAdded, dialectReplaced } = words().commandLine;
  return print(io, oneLine(replaced ? dialectReplaced(id, label) : dialectAdded(id, label)));
};

export const removeDialect: Command<'dialect remove'> = async ({ words: [id = ''] }, io) => {
  const removed = await ask(io, 'dialect.remove', { id });
  if (!removed.ok) return complain(io, removed.trouble);
  return print(io, oneLine(words().commandLine.dialectRemoved(id)));
};
