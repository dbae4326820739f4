import { clustersOf } from './clusters.ts';
import type { SavedKind } from '../shared/saving.ts';
import { oneLine } from './one-line.ts';

/** What a file name is made of. */
export interface NameParts {
  /** Wall clock ms; the day is that of this computer. */
  readonly at: number;
  readonly model: string | null;
  readonly title: string;
  readonly id: string;
}

export const placeholders = ['date', 'model', 'title', 'id'] as const;
type Placeholder = (typeof placeholders)[number];

const inBraces = /\{([^{}]*)\}/g;

const isPlaceholder = (word: string): word is Placeholder => placeholders.some((one) => one === word);

/** Whether only what can be filled in stands in braces. */
export const isNameTemplate = (template: string): boolean =>
  [...template.matchAll(inBraces)].every(([, word = '']) => isPlaceholder(word));

/**
 * Leaves room below 255 bytes, which most file systems allow, for a number and an ending; and below 260 characters
 * for the whole path, which Windows allows.
 */
const mostBytes = 180;
const mostUnits = 120;

/** Neither a path separator nor what Windows refuses. */
const unsafe = /[<>:"/\\|?*]+/g;

/** Windows takes these for devices, whatever ending follows. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=$|[ .])/i;

/** A file name without its ending, safe on every system, whatever the parts hold. Never empty. */
export const fileNameOf = (template: string, parts: NameParts): string => {
  const filled: Readonly<Record<Placeholder, string>> = {
    date: dayOf(parts.at),
    model: parts.model ?? '',
    title: parts.title,
    id: parts.id,
  };
  const whole = template.replace(inBraces, (text, word: string) =>
    isPlaceholder(word) ? cut(plain(filled[word]), mostUnits, mostBytes) : text,
  );
  const name = trimmed(cut(plain(whole), mostUnits, mostBytes));
  if (name === '') return 'video';
  return device.test(name) ? `_${name}` : name;
};

/** What is still being saved; made of the task and the kind too, so that no two share one. */
export const partNameOf = (name: string, taskId: string, kind: SavedKind = 'video'): string => {
  const owner = taskId.replace(/[^A-Za-z0-9]/g, '').slice(-12);
  return kind === 'video' ? `${name}.${owner}.part` : `${name}.${owner}.${kind}.part`;
};

/** A name for a file beside others: `name.mp4`, `name (2).mp4`, and so on. */
export const numberedName = (name: string, ending: string, number: number): string =>
  number === 1 ? `${name}.${ending}` : `${name} (${String(number)}).${ending}`;

const plain = (text: string): string => oneLine(text.normalize('NFC')).replace(unsafe, '-');

/** A leading dot hides a file, and Windows drops dots and spaces at the end. */
const trimmed = (text: string): string => text.replace(/^[. ]+/, '').replace(/[. ]+$/, '');

const cut = (text: string, units: number, bytes: number): string => {
  let kept = '';
  let keptBytes = 0;
  for (const { segment } of clustersOf(text)) {
    keptBytes += utf8Length(segment);
    if (kept.length + segment.length > units || keptBytes > bytes) break;
    kept += segment;
  }
  return kept;
};

const utf8Length = (text: string): number => {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
};

const dayOf = (at: number): string => {
  const date = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(date.getFullYear())}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
