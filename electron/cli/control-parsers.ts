import * as v from 'valibot';
import { pushServices } from '../shared/push.ts';
import { quietChoices } from '../shared/quiet.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { gatewaySavings } from '../shared/saving.ts';
import { promptnesses } from '../shared/timing.ts';
import { vaultKinds } from '../shared/vault.ts';
import type { ControlCommand, ControlCommands } from './control-contract.ts';

export type ControlRequest<Command extends ControlCommand> = Parameters<ControlCommands[Command]>[0];
export type ControlAnswer<Command extends ControlCommand> = ReturnType<ControlCommands[Command]>;

/** Reads what came over the socket; the trouble names the field that is wrong, never its value. */
export type RequestParser<Command extends ControlCommand> = (
  input: unknown,
) => Result<ControlRequest<Command>, string>;

const parser =
  <Output>(schema: v.GenericSchema<unknown, Output>) =>
  (input: unknown): Result<Output, string> => {
    const parsed = v.safeParse(schema, input);
    return parsed.success ? ok(parsed.output) : failed(v.getDotPath(parsed.issues[0]) ?? 'request');
  };

const nothing = parser(v.record(v.string(), v.never()));
const named = parser(v.object({ name: v.string() }));
const oneId = parser(v.object({ id: v.string() }));

export const requestParsers: { readonly [Command in ControlCommand]: RequestParser<Command> } = {
  'gateway.add': parser(
    v.object({
      name: v.string(),
      url: v.string(),
      dialect: v.string(),
      key: v.string(),
      allowPlainHttp: v.boolean(),
      requestsPerSecond: v.nullable(v.number()),
    }),
  ),
  'gateway.list': nothing,
  'gateway.test': named,
  'gateway.key': parser(v.object({ name: v.string(), key: v.string() })),
  'gateway.remove': named,
  'gateway.saving': parser(v.object({ name: v.string(), saving: v.nullable(v.picklist(gatewaySavings)) })),
  'dialect.list': nothing,
  'dialect.export': oneId,
  'dialect.import': parser(v.object({ text: v.string() })),
  'dialect.remove': oneId,
  'task.watch': parser(
    v.object({
      refs: v.array(v.string()),
      gateway: v.nullable(v.string()),
      addGateway: v.nullable(v.string()),
      allowPlainHttp: v.boolean(),
    }),
  ),
  'task.list': nothing,
  'task.show': oneId,
  'task.wait': parser(v.object({ ids: v.array(v.string()), folder: v.nullable(v.string()) })),
  'task.remarks': parser(
    v.object({ ids: v.array(v.string()), of: v.picklist(['checks', 'save']), known: v.array(v.string()) }),
  ),
  'task.check': parser(v.object({ id: v.nullable(v.string()) })),
  'task.remove': oneId,
  'task.save': parser(v.object({ id: v.string(), folder: v.nullable(v.string()) })),
  'task.stop-saving': oneId,
  'task.open': oneId,
  'task.mute': parser(v.object({ id: v.string(), muted: v.boolean() })),
  'data.export': parser(v.object({ path: v.string(), csv: v.boolean() })),
  'data.import': parser(v.object({ path: v.string() })),
  'data.bin': nothing,
  'data.restore': oneId,
  'vault.status': nothing,
  'vault.unlock': parser(v.object({ passphrase: v.string() })),
  'vault.move': parser(
    v.object({ to: v.picklist(vaultKinds), passphrase: v.nullable(v.string()), leaveKeys: v.boolean() }),
  ),
  'vault.passphrase': parser(v.object({ before: v.string(), next: v.string() })),
  'vault.forget': nothing,
  'push.add': parser(
    v.object({
      name: v.string(),
      service: v.picklist(pushServices),
      url: v.nullable(v.string()),
      entered: v.pipe(v.array(v.string()), v.maxLength(4)),
      allowPlainHttp: v.boolean(),
    }),
  ),
  'push.list': nothing,
  'push.test': named,
  'push.remove': named,
  'app.pause': parser(v.object({ forMs: v.nullable(v.pipe(v.number(), v.minValue(1))) })),
  'app.resume': nothing,
  'app.timing': parser(v.object({ promptness: v.nullable(v.picklist(promptnesses)) })),
  'app.quiet': parser(v.object({ choice: v.nullable(v.picklist([...quietChoices, 'off'])) })),
  'app.doctor': nothing,
  'app.quit': nothing,
  'app.language': nothing,
  'app.version': nothing,
  'app.notice': nothing,
  'app.open': nothing,
  'app.link': parser(v.object({ link: v.string() })),
  'app.demo': nothing,
  'app.startup': parser(v.object({ on: v.nullable(v.boolean()) })),
};

export const isControlCommand = (word: unknown): word is ControlCommand =>
  typeof word === 'string' && Object.hasOwn(requestParsers, word);
