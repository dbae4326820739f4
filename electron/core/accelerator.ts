import { failed, ok, type Result } from '../shared/result.ts';
import type { ShortcutTrouble } from '../shared/preferences.ts';

const modifiers: Readonly<Record<string, string>> = {
  ctrl: 'Control',
  control: 'Control',
  cmd: 'Command',
  command: 'Command',
  cmdorctrl: 'CommandOrControl',
  commandorcontrol: 'CommandOrControl',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
  super: 'Super',
  meta: 'Super',
};

const order = ['CommandOrControl', 'Command', 'Control', 'Super', 'Alt', 'Shift'];

const namedKeys: ReadonlyMap<string, string> = new Map(
  ['Space', 'Enter', 'Tab', 'Backspace', 'Delete', 'Insert', 'Home', 'End', 'PageUp', 'PageDown']
    .concat(['Up', 'Down', 'Left', 'Right', 'PrintScreen', 'Plus'])
    .map((name) => [name.toLowerCase(), name]),
);

/** A key combination in Electron's spelling, its modifiers in one order, so that equal ones are equal texts. */
export const acceleratorOf = (
  text: string,
): Result<string, Extract<ShortcutTrouble, 'not-keys' | 'needs-modifier'>> => {
  const words = text
    .slice(0, 100)
    .split('+')
    .map((word) => word.trim());
  const key = keyOf(words.at(-1) ?? '');
  const held = words.slice(0, -1).map((word) => modifiers[word.toLowerCase()]);
  if (key === null || held.includes(undefined) || new Set(held).size < held.length) return failed('not-keys');
  // With Shift alone it would be taken from everybody who types a capital.
  const isFree = /^F\d/.test(key) || held.some((modifier) => modifier !== 'Shift');
  if (!isFree) return failed('needs-modifier');
  return ok([...order.filter((modifier) => held.includes(modifier)), key].join('+'));
};

const keyOf = (word: string): string | null => {
  if (/^[a-z\d]$/i.test(word)) return word.toUpperCase();
  if (/^f(?:[1-9]|1\d|2[0-4])$/i.test(word)) return word.toUpperCase();
  if (/^[,./;'[\]\\`=-]$/.test(word)) return word;
  return namedKeys.get(word.toLowerCase()) ?? null;
};
