/** Whose quoting a pasted command follows. */
export type Shell = 'posix' | 'cmd' | 'powershell';

export interface ShellWords {
  readonly words: readonly string[];
  /** Where the command's text ends. */
  readonly end: number;
}

/**
 * The words of the command at an index, up to the end of its line, a pipe or the like. Written here because no
 * kept library reads all three shells; it forgives what copying breaks, such as blanks after a `\` at a line's end
 * or a quote that never closes, and it expands nothing. Never throws; linear in the length.
 */
export const shellWords = (text: string, start: number, shell: Shell): ShellWords => {
  const { gap, end, pieces } = grammars[shell];
  const words: string[] = [];
  let word: string | null = null;
  let index = start;
  const finish = (): ShellWords => ({ words: word === null ? words : [...words, word], end: index });

  while (index < text.length) {
    const blank = matchAt(gap, text, index);
    if (blank !== null) {
      if (word !== null) words.push(word);
      word = null;
      index += blank[0].length;
      continue;
    }
    if (matchAt(end, text, index) !== null) return finish();
    const [length, meaning] = pieceAt(pieces, text, index);
    word = `${word ?? ''}${meaning}`;
    index += length;
  }
  return finish();
};

/** What stands for what, tried in order. The patterns are sticky. */
type Piece = readonly [pattern: RegExp, meaning: (inside: string) => string];

interface Grammar {
  readonly gap: RegExp;
  readonly end: RegExp;
  readonly pieces: readonly Piece[];
}

const matchAt = (pattern: RegExp, text: string, index: number): RegExpExecArray | null => {
  pattern.lastIndex = index;
  return pattern.exec(text);
};

const pieceAt = (pieces: readonly Piece[], text: string, index: number): readonly [number, string] => {
  for (const [pattern, meaning] of pieces) {
    const found = matchAt(pattern, text, index);
    if (found !== null) return [found[0].length, meaning(found[1] ?? '')];
  }
  return [1, text.charAt(index)];
};

const same = (inside: string): string => inside;

/** The backslash escapes of `$'…'`, as browsers write them when they copy a request. */
const ansi = (inside: string): string =>
  inside.replaceAll(/\\(?:u([\da-f]{1,4})|x([\da-f]{1,2})|([\s\S]))/gi, (_, unicode, hex, other) => {
    const code = (unicode ?? hex) as string | undefined;
    if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
    return controls[other as string] ?? (other as string);
  });

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t' };

/** The quotes that word processors and chat programs put in the place of the plain ones. */
const curly: readonly Piece[] = [
  [/“([^”]*)”?/y, same],
  [/‘([^’]*)’?/y, same],
];

const grammars: Readonly<Record<Shell, Grammar>> = {
  posix: {
    gap: /(?:[^\S\r\n]|\\[^\S\r\n]*\r?\n)+/y,
    // An unquoted `&` within a word is far more often part of a URL than meant for the shell.
    end: /\r?\n|[;|]|[&>](?=[\s&>]|$)/y,
    pieces: [
      [/\$'([^'\\]*(?:\\[\s\S][^'\\]*)*)'?/y, ansi],
      [/'([^']*)'?/y, same],
      [
        /"([^"\\]*(?:\\[\s\S][^"\\]*)*)"?/y,
        (inside) => inside.replaceAll(/\\\r?\n/g, '').replaceAll(/\\([$`"\\])/g, '$1'),
      ],
      [/\\([\s\S]?)/y, same],
      ...curly,
      [/([^\s'"\\;|&>“‘$]+)/y, same],
    ],
  },
  // The carets are gone by now; what is left is read as the programs of Windows read their own command line.
  cmd: {
    gap: /[^\S\r\n]+/y,
    end: /\r?\n|[|]|[&>](?=[\s&>]|$)/y,
    pieces: [
      [
        /"([^"\\]*(?:(?:\\[\s\S]|"")[^"\\]*)*)"?/y,
        (inside) => inside.replaceAll(/\\"/g, '"').replaceAll('""', '"'),
      ],
      [/([^\s"|&>]+)/y, same],
    ],
  },
  powershell: {
    gap: /(?:[^\S\r\n]|`[^\S\r\n]*\r?\n)+/y,
    end: /\r?\n|[;|]/y,
    pieces: [
      [/'([^']*(?:''[^']*)*)'?/y, (inside) => inside.replaceAll("''", "'")],
      [
        /"([^"`\\]*(?:(?:[`\\][\s\S]|"")[^"`\\]*)*)"?/y,
        (inside) => inside.replaceAll(/[`\\](["`$])/g, '$1').replaceAll('""', '"'),
      ],
      [/`([\s\S]?)/y, same],
      ...curly,
      [/([^\s'"`;|“‘]+)/y, same],
    ],
  },
};
