import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { vaultKinds } from '../shared/vault.ts';
import { ask } from './asking.ts';
import type { CommandIo } from './command-io.ts';
import { complain, complainOfUsage, print, type Command } from './commands.ts';
import { safeJson } from './terminal-text.ts';
import { vaultText } from './vault-text.ts';

/** So many secrets: the lines of standard input, or asked for one by one at a terminal. */
const secretsFrom = async (
  io: CommandIo,
  prompts: readonly string[],
): Promise<Result<readonly string[], string>> => {
  const read: string[] = [];
  for (const prompt of prompts) {
    if (read.length === prompts.length) break;
    const text = (await io.readSecret(prompt)) ?? '';
    read.push(...text.split(/\r?\n/).filter((line) => line !== ''));
  }
  return read.length < prompts.length ? failed(words().vault.nothingOnInput) : ok(read);
};

export const vaultStatus: Command<'vault status'> = async (given, io) => {
  const asked = await ask(io, 'vault.status', {});
  if (!asked.ok) return complain(io, asked.trouble);
  return print(io, given.given('json') ? safeJson(asked.value) : vaultText(asked.value));
};

export const vaultUnlock: Command<'vault unlock'> = async (_given, io) => {
  const secrets = await secretsFrom(io, [words().vault.promptNow]);
  if (!secrets.ok) return complainOfUsage(io, secrets.trouble);
  const [passphrase = ''] = secrets.value;
  const asked = await ask(io, 'vault.unlock', { passphrase });
  return asked.ok ? print(io, words().vault.unlocked) : complain(io, asked.trouble);
};

export const vaultMove: Command<'vault move'> = async (given, io) => {
  const to = vaultKinds.find((kind) => kind === given.words[0]);
  if (to === undefined) return complainOfUsage(io, words().commandLine.chooseOne(vaultKinds));
  const { promptNew, promptAgain, differ, now } = words().vault;
  // Twice, because a slip of the finger would lock everybody out.
  const secrets = to === 'file' ? await secretsFrom(io, [promptNew, promptAgain]) : ok([]);
  if (!secrets.ok) return complainOfUsage(io, secrets.trouble);
  const [passphrase = null, again = null] = secrets.value;
  if (passphrase !== again) return complainOfUsage(io, differ);
  const asked = await ask(io, 'vault.move', { to, passphrase, leaveKeys: given.given('leave-keys') });
  return asked.ok ? print(io, now[to]) : complain(io, asked.trouble);
};

export const vaultPassphrase: Command<'vault passphrase'> = async (_given, io) => {
  const { promptNow, promptNew, promptAgain, differ, changed } = words().vault;
  const secrets = await secretsFrom(io, [promptNow, promptNew, promptAgain]);
  if (!secrets.ok) return complainOfUsage(io, secrets.trouble);
  const [before = '', next = '', again = ''] = secrets.value;
  if (next !== again) return complainOfUsage(io, differ);
  const asked = await ask(io, 'vault.passphrase', { before, next });
  return asked.ok ? print(io, changed) : complain(io, asked.trouble);
};

export const vaultForget: Command<'vault forget'> = async (_given, io) => {
  const asked = await ask(io, 'vault.forget', {});
  return asked.ok ? print(io, words().vault.forgotten) : complain(io, asked.trouble);
};
