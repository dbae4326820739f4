import type { ResultLink } from '../shared/task.ts';

/** What the first bytes of a file say that it is. */
export interface Media {
  readonly kind: 'video' | 'moving-image' | 'image' | 'audio';
  /** The ending that its name should have. */
  readonly ending: string;
}

/** How many bytes tell. */
export const signatureBytes = 64;

/** Null for whatever is not media, such as a page or an error as JSON. */
export const mediaIn = (head: Uint8Array): Media | null => {
  const text = (from: number, to: number): string => String.fromCharCode(...head.subarray(from, to));
  if (text(4, 8) === 'ftyp') return isoMedia(text(8, 12), text(8, signatureBytes));
  if (/^(?:moov|mdat|wide|free|skip)$/.test(text(4, 8))) return { kind: 'video', ending: 'mov' };
  if (text(0, 4) === '\x1A\x45\xDF\xA3')
    return { kind: 'video', ending: text(4, signatureBytes).includes('webm') ? 'webm' : 'mkv' };
  if (text(0, 4) === 'RIFF') return riffMedia(text(8, 12));
  return signatures.find(([pattern]) => pattern.test(text(0, 12)))?.[1] ?? null;
};

/** Whether a link of this kind may lead to it. */
export const isResult = (media: Media, of: ResultLink['kind']): boolean => {
  switch (of) {
    case 'video':
    case 'watermarked':
      return media.kind === 'video' || media.kind === 'moving-image';
    case 'gif':
      return media.kind !== 'audio';
    case 'thumbnail':
      return media.kind === 'image' || media.kind === 'moving-image';
    case 'audio':
      return media.kind === 'audio' || media.kind === 'video';
  }
};

const isoMedia = (brand: string, brands: string): Media => {
  if (brand === 'qt  ') return { kind: 'video', ending: 'mov' };
  if (brand === 'M4A ' || brand === 'M4B ') return { kind: 'audio', ending: 'm4a' };
  if (/^(?:avif|heic|heix|mif1)/.test(brand) && !/isom|mp4|avis/.test(brands))
    return { kind: 'image', ending: brand === 'avif' ? 'avif' : 'heic' };
  return { kind: 'video', ending: 'mp4' };
};

const riffMedia = (form: string): Media | null => {
  if (form === 'WEBP') return { kind: 'moving-image', ending: 'webp' };
  if (form === 'WAVE') return { kind: 'audio', ending: 'wav' };
  return form === 'AVI ' ? { kind: 'video', ending: 'avi' } : null;
};

const signatures: readonly (readonly [RegExp, Media])[] = [
  [/^GIF8[79]a/, { kind: 'moving-image', ending: 'gif' }],
  [/^\xFF\xD8\xFF/, { kind: 'image', ending: 'jpg' }],
  [/^\x89PNG\r\n\x1A\n/, { kind: 'image', ending: 'png' }],
  [/^ID3|^\xFF[\xFB\xF3\xF2]/, { kind: 'audio', ending: 'mp3' }],
  [/^OggS/, { kind: 'audio', ending: 'ogg' }],
  [/^fLaC/, { kind: 'audio', ending: 'flac' }],
];

/** How many bytes `nextBox` needs. */
export const boxHeadBytes = 16;

/**
 * Where the box of an MP4 that begins `at` ends, of a file of `size` bytes; null when that is beyond the file, which
 * therefore is not whole. `head` are its first bytes, as many as there are.
 */
export const boxEnd = (head: Uint8Array, at: number, size: number): number | null => {
  if (head.length < 8) return null;
  const number = (from: number): number =>
    head.subarray(from, from + 4).reduce((value, byte) => value * 256 + byte, 0);
  const short = number(0);
  if (short === 0) return size;
  if (short === 1 && head.length < boxHeadBytes) return null;
  const length = short === 1 ? number(8) * 2 ** 32 + number(12) : short;
  const end = at + length;
  return length >= 8 && end <= size ? end : null;
};
