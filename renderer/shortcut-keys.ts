/** A key press as far as it says which keys are held. */
export interface HeldKeys {
  readonly key: string;
  /** Which key it is, whatever it writes: `KeyT`, `Digit1`, `F5`. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly metaKey: boolean;
}

const modifierKeys: ReadonlySet<string> = new Set([
  'Control',
  'Alt',
  'AltGraph',
  'Shift',
  'Meta',
  'OS',
  'Super',
]);

const namedCodes: Readonly<Record<string, string>> = {
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Comma: ',',
  Period: '.',
  Slash: '/',
  Semicolon: ';',
  Quote: "'",
  BracketLeft: '[',
  BracketRight: ']',
  Backslash: '\\',
  Backquote: '`',
  Minus: '-',
  Equal: '=',
};

/** The combination as Electron writes it; null while only modifiers are held. */
export const shortcutOf = (held: HeldKeys, isMac: boolean): string | null => {
  if (modifierKeys.has(held.key)) return null;
  const modifiers = [
    held.ctrlKey && 'Control',
    held.metaKey && (isMac ? 'Command' : 'Super'),
    held.altKey && 'Alt',
    held.shiftKey && 'Shift',
  ].filter((modifier) => modifier !== false);
  return [...modifiers, keyNameOf(held.code)].join('+');
};

const keyNameOf = (code: string): string => namedCodes[code] ?? code.replace(/^(?:Key|Digit)/, '');

const macSigns: Readonly<Record<string, string>> = { Command: '⌘', Control: '⌃', Alt: '⌥', Shift: '⇧' };

/** As people write it: "Ctrl + Alt + T", on macOS "⌃⌥T". */
export const shortcutText = (keys: string, isMac: boolean): string => {
  const words = keys
    .split('+')
    .map((word) => (word === 'CommandOrControl' ? (isMac ? 'Command' : 'Control') : word));
  if (isMac) return words.map((word) => macSigns[word] ?? word).join('');
  return words.map((word) => (word === 'Control' ? 'Ctrl' : word)).join(' + ');
};
