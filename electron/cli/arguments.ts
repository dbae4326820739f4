import { parseArgs } from 'node:util';
import { failed, ok, type Result } from '../shared/result.ts';
import {
  commandNames,
  commandShapes,
  type CommandName,
  type CommandShape,
  type OptionOf,
} from './command-shapes.ts';

/** What was given to a command, checked against its shape. */
export interface Arguments<Name extends CommandName> {
  readonly words: readonly string[];
  /** The option's text; null when it was not given. */
  text(option: OptionOf<Name>): string | null;
  given(option: OptionOf<Name>): boolean;
}

/** The command that the first one or two words name, and the words after them. */
export const commandIn = (argv: readonly string[]): { name: CommandName; rest: readonly string[] } | null => {
  for (const length of [2, 1]) {
    const words = argv.slice(0, length).join(' ');
    const name = commandNames.find((candidate) => candidate === words);
    if (name !== undefined) return { name, rest: argv.slice(length) };
  }
  return null;
};

/** The trouble is a sentence. It never repeats a value, because that could be a key in the wrong place. */
export const readArguments = <Name extends CommandName>(
  name: Name,
  argv: readonly string[],
): Result<Arguments<Name>, string> => {
  const shape: CommandShape = commandShapes[name];
  const values = new Map<string, string>();
  const words: string[] = [];
  for (const token of tokensOf(argv, shape)) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    const trouble = optionTrouble(name, shape, token, values);
    if (trouble !== null) return failed(trouble);
    values.set(token.name, token.value ?? '');
  }
  const { called, least, most } = shape.words;
  if (words.length > most)
    return failed(most === 0 ? `"${name}" takes no words.` : `"${name}" takes one ${called}.`);
  if (words.length < least) return failed(`"${name}" needs ${called === 'REF' ? 'a REF' : `the ${called}`}.`);
  if (words.includes('')) return failed(`${called === 'ID' ? 'An' : 'A'} ${called} cannot be empty.`);
  return ok({ words, text: (option) => values.get(option) ?? null, given: (option) => values.has(option) });
};

const tokensOf = (argv: readonly string[], shape: CommandShape) =>
  parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(shape.options).map(([option, { takes }]) => [
        option,
        { type: takes === 'text' ? 'string' : 'boolean' } as const,
      ]),
    ),
  }).tokens;

type OptionToken = Extract<ReturnType<typeof tokensOf>[number], { kind: 'option' }>;

const optionTrouble = (
  command: CommandName,
  shape: CommandShape,
  token: OptionToken,
  before: ReadonlyMap<string, string>,
): string | null => {
  if (command === 'gateway add' && token.name === 'key') {
    return 'A key given as an argument can be read by every user in the process list. Use --key-stdin or --key-env VAR.';
  }
  if (!Object.hasOwn(shape.options, token.name)) {
    return `"${command}" has no option ${token.rawName}. Put "--" before a word that starts with "-".`;
  }
  if (before.has(token.name)) return `${token.rawName} was given twice.`;
  if (shape.options[token.name]?.takes === 'nothing') {
    return token.value === undefined ? null : `${token.rawName} takes no value.`;
  }
  const missing = !token.value || (!token.inlineValue && token.value.startsWith('-'));
  return missing ? `${token.rawName} needs a value.` : null;
};
