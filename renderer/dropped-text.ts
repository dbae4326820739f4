import { failed, ok, type Result } from '../electron/shared/result.ts';

/** What a drop carries, as far as it is used. */
export interface Dropped {
  readonly files: ArrayLike<Pick<File, 'size' | 'text'>>;
  getData(format: string): string;
}

export type DropTrouble = 'too-large' | 'not-text' | 'nothing';

const mostBytes = 1024 * 1024;

/** The text of a drop: of its files if there are any, which may be 1 MiB together. */
export const droppedText = async (dropped: Dropped): Promise<Result<string, DropTrouble>> => {
  const files = [...Array.from(dropped.files)];
  if (files.length === 0) return textOrNothing(dropped.getData('text/plain'));
  if (files.reduce((sum, file) => sum + file.size, 0) > mostBytes) return failed('too-large');
  try {
    const texts = await Promise.all(files.map((file) => file.text()));
    // Text files have no zero bytes, and nearly everything else does.
    return texts.some((text) => text.includes('\0')) ? failed('not-text') : textOrNothing(texts.join('\n'));
  } catch {
    // A folder, or a file that has gone.
    return failed('not-text');
  }
};

const textOrNothing = (text: string): Result<string, DropTrouble> =>
  text.trim() === '' ? failed('nothing') : ok(text);
