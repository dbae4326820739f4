import { failed, ok, type Result } from '../shared/result.ts';
import type { CommandIo } from './command-io.ts';

/** Where the user said that a secret is. */
export interface SecretSource {
  readonly fromInput: boolean;
  /** The name of an environment variable; null for none. */
  readonly variable: string | null;
}

export interface SecretSentences {
  readonly prompt: string;
  readonly fromWhere: string;
  readonly nothingOnInput: string;
  readonly variableTakes: string;
  readonly variableEmpty: string;
}

/** A secret from standard input or from an environment variable, never from the command line; the trouble is a sentence. */
export const secretFrom = async (
  { fromInput, variable }: SecretSource,
  io: CommandIo,
  said: SecretSentences,
): Promise<Result<string, string>> => {
  if (fromInput === (variable !== null)) return failed(said.fromWhere);
  if (variable === null) {
    const secret = (await io.readSecret(said.prompt))?.trim() ?? '';
    return secret === '' ? failed(said.nothingOnInput) : ok(secret);
  }
  // Neither sentence repeats the word: it may be the secret itself, put there by mistake.
  if (!/^[A-Za-z_][A-Za-z0-9_]*$/.test(variable)) return failed(said.variableTakes);
  const secret = io.env[variable]?.trim() ?? '';
  return secret === '' ? failed(said.variableEmpty) : ok(secret);
};
