import { resolve } from 'node:path';
import { oneLine } from '../core/one-line.ts';
import { words } from '../shared/language/spoken.ts';
import { ask } from './asking.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import { safeJson, table } from './terminal-text.ts';

/** The app writes and reads the file itself: a list may be larger than what the socket carries. */
export const exportList: Command<'export'> = async (given, io) => {
  const [file = ''] = given.words;
  if (file === '-') return complainOfUsage(io, words().commandLine.giveFile);
  const exported = await ask(io, 'data.export', { path: resolve(file), csv: given.given('csv') });
  return exported.ok ? print(io, oneLine(exported.value.message)) : complain(io, exported.trouble);
};

export const importList: Command<'import'> = async ({ words: [file = ''] }, io) => {
  if (file === '-') return complainOfUsage(io, words().commandLine.giveFile);
  const imported = await ask(io, 'data.import', { path: resolve(file) });
  return imported.ok ? print(io, oneLine(imported.value.message)) : complain(io, imported.trouble);
};

export const bin: Command<'bin'> = async (given, io) => {
  const listed = await ask(io, 'data.bin', {});
  if (!listed.ok) return complain(io, listed.trouble);
  if (given.given('json')) return print(io, safeJson(listed.value));
  if (listed.value.length === 0) return print(io, words().commandLine.nothingRemoved);
  const rows = listed.value.map(({ id, removedAt, gateway, title }) => [
    id.slice(0, 8),
    new Date(removedAt).toISOString().slice(0, 16).replace('T', ' '),
    gateway,
    title,
  ]);
  return print(io, table(words().commandLine.headings.bin, rows, io.columns ?? 160));
};

export const restore: Command<'restore'> = async ({ words: [id = ''] }, io) => {
  const restored = await ask(io, 'data.restore', { id });
  if (!restored.ok) return complain(io, restored.trouble);
  return print(io, oneLine(words().commandLine.watchingAgain(restored.value.title)));
};
