import { oneLine } from '../core/one-line.ts';
import { keyInReference } from '../core/reference.ts';
import { words } from '../shared/language/spoken.ts';
import { ask } from './asking.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import type { ListedTask } from './control-contract.ts';
import { addedLine } from './gateway-commands.ts';
import { taskDetails, taskLine, taskTable } from './task-text.ts';
import { safeJson } from './terminal-text.ts';

export const watch: Command<'watch'> = async (given, io) => {
  const refsGiven = given.words.filter((word) => word !== '-');
  if (refsGiven.some((word) => keyInReference(word) !== null))
    io.stderr(`taskbell: ${words().commandLine.keySeen}\n`);
  const typed = given.words.includes('-') ? (await io.readStdin()).trim() : '';
  const refs = typed === '' ? refsGiven : [...refsGiven, typed];
  if (refs.length === 0) return complainOfUsage(io, words().commandLine.noIdOnInput);
  const addGateway = given.text('add-gateway');
  const gateway = given.text('gateway');
  if (addGateway !== null && gateway !== null) {
    return complainOfUsage(io, words().commandLine.gatewayOrNew);
  }
  const allowPlainHttp = given.given('allow-plain-http');
  const watched = await ask(io, 'task.watch', { refs, gateway, addGateway, allowPlainHttp });
  if (!watched.ok) return complain(io, watched.trouble);
  const { added, alreadyWatched } = watched.value;
  if (given.given('json')) return print(io, safeJson({ added, alreadyWatched }));
  const said = words().commandLine;
  return print(
    io,
    [
      said.understood(oneLine(watched.value.understood)),
      ...(watched.value.gateway === null ? [] : [addedLine(watched.value.gateway)]),
      ...grouped(said.watching, added),
      ...grouped(said.alreadyWatched, alreadyWatched),
    ].join('\n'),
  );
};

const grouped = (heading: string, tasks: readonly ListedTask[]): readonly string[] =>
  tasks.length === 0 ? [] : [heading, ...tasks.map((task) => `  ${taskLine(task)}`)];

export const list: Command<'list'> = async (given, io) => {
  const listed = await ask(io, 'task.list', {});
  if (!listed.ok) return complain(io, listed.trouble);
  const notice = await io.ask('app.notice', {});
  if (notice.ok && notice.value.text !== null) io.stderr(`taskbell: ${oneLine(notice.value.text)}\n`);
  if (given.given('json')) return print(io, safeJson(listed.value));
  if (listed.value.length === 0) return print(io, words().commandLine.noTask);
  return print(io, taskTable(listed.value, io.columns ?? 160));
};

export const show: Command<'show'> = async (given, io) => {
  const [id = ''] = given.words;
  const shown = await ask(io, 'task.show', { id });
  if (!shown.ok) return complain(io, shown.trouble);
  const text = given.given('json') ? safeJson(shown.value.task) : taskDetails(shown.value, io.clock.now());
  return print(io, text);
};

export const check: Command<'check'> = async ({ words: [id = null] }, io) => {
  const checked = await ask(io, 'task.check', { id });
  if (!checked.ok) return complain(io, checked.trouble);
  return print(io, id === null ? words().commandLine.checkingAll : words().commandLine.checkingOne);
};

export const remove: Command<'remove'> = async ({ words: [id = ''] }, io) => {
  const removed = await ask(io, 'task.remove', { id });
  if (!removed.ok) return complain(io, removed.trouble);
  return print(io, words().commandLine.noLongerWatching(taskLine(removed.value)));
};
