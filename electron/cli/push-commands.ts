import { oneLine } from '../core/one-line.ts';
import { words } from '../shared/language/spoken.ts';
import { isPushService, pushServices, type PushTargetEntry } from '../shared/push.ts';
import { pushStateText } from '../shared/push-text.ts';
import { ask } from './asking.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import { secretFrom } from './secret-input.ts';
import { safeJson, table } from './terminal-text.ts';

export const addPush: Command<'push add'> = async (given, io) => {
  const [name = ''] = given.words;
  const service = given.text('service') ?? '';
  if (!isPushService(service)) return complainOfUsage(io, words().push.chooseService(pushServices));
  const variable = given.text('token-env');
  const { push } = words();
  const secret = await secretFrom({ fromInput: given.given('token-stdin'), variable }, io, {
    prompt: push.tokenPrompt,
    fromWhere: push.fromWhere,
    nothingOnInput: push.noToken,
    variableTakes: push.variableTakes,
    variableEmpty: push.variableEmpty,
  });
  if (!secret.ok) return complainOfUsage(io, secret.trouble);
  const added = await ask(
    io,
    'push.add',
    {
      name,
      service,
      url: given.text('url'),
      entered: secret.value.split(/\r?\n/),
      allowPlainHttp: given.given('allow-plain-http'),
    },
    { withoutEnv: variable === null ? [] : [variable] },
  );
  return added.ok ? print(io, oneLine(added.value.message)) : complain(io, added.trouble);
};

export const listPush: Command<'push list'> = async (given, io) => {
  const listed = await ask(io, 'push.list', {});
  if (!listed.ok) return complain(io, listed.trouble);
  if (given.given('json')) return print(io, safeJson(listed.value));
  if (listed.value.length === 0) return print(io, words().push.none);
  const now = io.clock.now();
  const rows = listed.value.map((target) => pushRow(target, now));
  return print(io, table(words().push.headings, rows, io.columns ?? 160));
};

const pushRow = (target: PushTargetEntry, now: number): readonly string[] => [
  target.name,
  words().push.services[target.service],
  target.hint === null ? target.origin : `${target.origin} …${target.hint}`,
  oneLine(pushStateText(target, now)),
];

export const testPush: Command<'push test'> = async ({ words: [name = ''] }, io) => {
  const tested = await ask(io, 'push.test', { name });
  if (!tested.ok) return complain(io, tested.trouble);
  const { delivered, message } = tested.value;
  return delivered ? print(io, oneLine(message)) : complain(io, { kind: 'failed', message });
};

export const removePush: Command<'push remove'> = async ({ words: [name = ''] }, io) => {
  const removed = await ask(io, 'push.remove', { name });
  return removed.ok ? print(io, oneLine(removed.value.message)) : complain(io, removed.trouble);
};
