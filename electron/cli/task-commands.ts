import { ask } from './asking.ts';
import type { CommandIo } from './command-io.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import type { ListedTask } from './control-contract.ts';
import { taskDetails, taskLine, taskTable } from './task-text.ts';
import { safeJson } from './terminal-text.ts';

export const watch: Command<'watch'> = async (given, io) => {
  const refs = await refsFrom(given.words, io);
  if (refs.length === 0) return complainOfUsage(io, 'No task id came on standard input.');
  const watched = await ask(io, 'task.watch', { refs, gateway: given.text('gateway') });
  if (!watched.ok) return complain(io, watched.trouble);
  const { added, alreadyWatched } = watched.value;
  if (given.given('json')) return print(io, safeJson({ added, alreadyWatched }));
  return print(
    io,
    [...grouped('Watching:', added), ...grouped('Already watched:', alreadyWatched)].join('\n'),
  );
};

/** The words, with the lines of standard input in the place of a "-". */
const refsFrom = async (words: readonly string[], io: CommandIo): Promise<readonly string[]> => {
  if (!words.includes('-')) return words;
  const lines = (await io.readStdin()).split(/\r?\n/).map((line) => line.trim());
  const told = lines.filter((line) => line !== '');
  return [...words.filter((word) => word !== '-'), ...told];
};

const grouped = (heading: string, tasks: readonly ListedTask[]): readonly string[] =>
  tasks.length === 0 ? [] : [heading, ...tasks.map((task) => `  ${taskLine(task)}`)];

export const list: Command<'list'> = async (given, io) => {
  const listed = await ask(io, 'task.list', {});
  if (!listed.ok) return complain(io, listed.trouble);
  if (given.given('json')) return print(io, safeJson(listed.value));
  if (listed.value.length === 0) return print(io, 'No task is watched yet. "taskbell watch ID" adds one.');
  return print(io, taskTable(listed.value, io.columns ?? 160));
};

export const show: Command<'show'> = async (given, io) => {
  const [id = ''] = given.words;
  const shown = await ask(io, 'task.show', { id });
  if (!shown.ok) return complain(io, shown.trouble);
  return print(io, given.given('json') ? safeJson(shown.value) : taskDetails(shown.value, io.clock.now()));
};

export const check: Command<'check'> = async ({ words: [id = null] }, io) => {
  const checked = await ask(io, 'task.check', { id });
  if (!checked.ok) return complain(io, checked.trouble);
  return print(io, id === null ? 'Checking all tasks that have not ended.' : 'Checking the task.');
};

export const remove: Command<'remove'> = async ({ words: [id = ''] }, io) => {
  const removed = await ask(io, 'task.remove', { id });
  if (!removed.ok) return complain(io, removed.trouble);
  return print(io, `No longer watching: ${taskLine(removed.value)}`);
};
