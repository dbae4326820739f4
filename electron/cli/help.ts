import { words } from '../shared/language/spoken.ts';
import {
  commandNames,
  commandShapes,
  type CommandName,
  type CommandShape,
  type OptionOf,
} from './command-shapes.ts';

/** What goes wrong and how the exit code says so, for scripts. A contract. */
export const exitCodes = { done: 0, failed: 1, usage: 2, timedOut: 3 } as const;

export const usageLine = (name: CommandName): string =>
  `${words().commandLine.usage}taskbell ${commandShapes[name].usage}`;

/** What the help says of each command; a command or an option of which a language says nothing does not compile. */
type CommandTexts = {
  readonly [Name in CommandName]: {
    readonly does: string;
    readonly options: Readonly<Record<OptionOf<Name>, string>>;
  };
};

const texts = (): CommandTexts => words().commands;

export const overview = (): string => {
  const width = Math.max(...commandNames.map((name) => name.length));
  const commands = commandNames.map((name) => `  ${name.padEnd(width)}  ${texts()[name].does}`);
  return words().commandLine.overview(commands).join('\n');
};

export const helpOf = (name: CommandName): string => {
  const shape: CommandShape = commandShapes[name];
  const { does, options } = texts()[name];
  const told = Object.entries<string>(options).map(
    ([option, means]) =>
      [`--${option}${shape.options[option]?.takes === 'text' ? ' …' : ''}`, means] as const,
  );
  const width = Math.max(0, ...told.map(([option]) => option.length));
  const lines = told.map(([option, means]) => `  ${option.padEnd(width)}  ${means}`);
  return [usageLine(name), '', does, ...(lines.length > 0 ? ['', ...lines] : [])].join('\n');
};
