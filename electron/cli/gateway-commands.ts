import { oneLine } from '../core/one-line.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { gatewaySavings } from '../shared/saving.ts';
import type { Arguments } from './arguments.ts';
import { ask } from './asking.ts';
import type { CommandIo } from './command-io.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import type { ListedGateway } from './control-contract.ts';
import { exitCodes } from './help.ts';
import { secretFrom } from './secret-input.ts';
import { safeJson, table } from './terminal-text.ts';

export const addGateway: Command<'gateway add'> = async (given, io) => {
  const [name = ''] = given.words;
  const url = given.text('url');
  if (url === null) return complainOfUsage(io, words().commandLine.giveUrl);
  const rate = rateIn(given.text('rate'));
  if (!rate.ok) return complainOfUsage(io, rate.trouble);
  const key = await keyFrom(given, io);
  if (!key.ok) return complainOfUsage(io, key.trouble);
  const variable = given.text('key-env');
  const added = await ask(
    io,
    'gateway.add',
    {
      name,
      url,
      dialect: given.text('dialect') ?? 'relay',
      key: key.value,
      allowPlainHttp: given.given('allow-plain-http'),
      requestsPerSecond: rate.value,
    },
    { withoutEnv: variable === null ? [] : [variable] },
  );
  if (!added.ok) return complain(io, added.trouble);
  return print(io, addedLine(added.value));
};

/** Whether the rate is within bounds, the app knows. */
const rateIn = (text: string | null): Result<number | null, string> => {
  if (text === null) return ok(null);
  return /^\d+(\.\d+)?$/.test(text) ? ok(Number(text)) : failed(words().commandLine.rateTakes);
};

/** Says that a gateway was stored, and how its key ends. */
export const addedLine = ({ name, url, keyHint }: ListedGateway): string => {
  const { gatewayAdded, keyEndsIn } = words().commandLine;
  const said = gatewayAdded(name, url);
  return oneLine(keyHint === null ? said : keyEndsIn(said, keyHint));
};

const keyFrom = (
  given: Arguments<'gateway add'> | Arguments<'gateway key'>,
  io: CommandIo,
): Promise<Result<string, string>> => {
  const { keyPrompt, keyFromWhere, noKeyOnInput, keyEnvTakes, keyEnvEmpty } = words().commandLine;
  return secretFrom({ fromInput: given.given('key-stdin'), variable: given.text('key-env') }, io, {
    prompt: keyPrompt,
    fromWhere: keyFromWhere,
    nothingOnInput: noKeyOnInput,
    variableTakes: keyEnvTakes,
    variableEmpty: keyEnvEmpty,
  });
};

export const changeKey: Command<'gateway key'> = async (given, io) => {
  const [name = ''] = given.words;
  const key = await keyFrom(given, io);
  if (!key.ok) return complainOfUsage(io, key.trouble);
  const variable = given.text('key-env');
  const changed = await ask(
    io,
    'gateway.key',
    { name, key: key.value },
    { withoutEnv: variable === null ? [] : [variable] },
  );
  if (!changed.ok) return complain(io, changed.trouble);
  return print(io, oneLine(words().vault.keyChanged(changed.value.name, changed.value.keyHint)));
};

export const listGateways: Command<'gateway list'> = async (given, io) => {
  const listed = await ask(io, 'gateway.list', {});
  if (!listed.ok) return complain(io, listed.trouble);
  if (given.given('json')) return print(io, safeJson(listed.value));
  if (listed.value.length === 0) return print(io, words().commandLine.noGateway);
  return print(
    io,
    table(words().commandLine.headings.gateways, listed.value.map(gatewayRow), io.columns ?? 160),
  );
};

const gatewayRow = (gateway: ListedGateway): readonly string[] => [
  gateway.name,
  gateway.dialect,
  gateway.keyHint === null ? '' : `…${gateway.keyHint}`,
  gateway.trouble === null ? '' : words().tasks.troubles[gateway.trouble],
  gateway.url,
];

export const testGateway: Command<'gateway test'> = async ({ words: [name = ''] }, io) => {
  const tested = await ask(io, 'gateway.test', { name });
  if (!tested.ok) return complain(io, tested.trouble);
  if (!tested.value.reached) return complain(io, { kind: 'failed', message: tested.value.message });
  return print(io, oneLine(tested.value.message));
};

export const savingOfGateway: Command<'gateway saving'> = async (
  { words: [name = '', choice = null] },
  io,
) => {
  const saving = gatewaySavings.find((one) => one === choice) ?? null;
  if (choice !== null && saving === null)
    return complainOfUsage(io, words().commandLine.chooseOne(gatewaySavings));
  const chosen = await ask(io, 'gateway.saving', { name, saving });
  if (!chosen.ok) return complain(io, chosen.trouble);
  const { saving: now } = chosen.value;
  return print(io, words().commandLine.chosen(now, words().saving.ofGateway[now]));
};

export const removeGateway: Command<'gateway remove'> = async ({ words: [name = ''] }, io) => {
  const removed = await ask(io, 'gateway.remove', { name });
  if (!removed.ok) return complain(io, removed.trouble);
  io.stdout(`${words().commandLine.gatewayRemoved(oneLine(name))}\n`);
  return exitCodes.done;
};
