import { parseArgs } from 'node:util';
import { words } from '../shared/language/spoken.ts';
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
  const given: string[] = [];
  for (const token of tokensOf(argv, shape)) {
    if (token.kind === 'positional') given.push(token.value);
    if (token.kind !== 'option') continue;
    const trouble = optionTrouble(name, shape, token, values);
    if (trouble !== null) return failed(trouble);
    values.set(token.name, token.value ?? '');
  }
  const { called, least, most } = shape.words;
  const said = words().commandLine;
  if (given.length > most) return failed(most === 0 ? said.takesNoWords(name) : said.takesOne(name, called));
  if (given.length < least) return failed(said.needs(name, called));
  if (given.includes('')) return failed(said.isEmpty(called));
  return ok({
    words: given,
    text: (option) => values.get(option) ?? null,
    given: (option) => values.has(option),
  });
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
  const said = words().commandLine;
  if (command === 'gateway add' && token.name === 'key') {
    return said.keyInArgument;
  }
  if (!Object.hasOwn(shape.options, token.name)) {
    return said.noOption(command, token.rawName);
  }
  if (before.has(token.name)) return said.givenTwice(token.rawName);
  if (shape.options[token.name]?.takes === 'nothing') {
    return token.value === undefined ? null : said.takesNoValue(token.rawName);
  }
  const missing = !token.value || (!token.inlineValue && token.value.startsWith('-'));
  return missing ? said.needsValue(token.rawName) : null;
};
