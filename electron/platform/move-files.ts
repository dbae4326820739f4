import { randomBytes } from 'node:crypto';
import { link, open, readFile, rename, rm, stat } from 'node:fs/promises';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';

const largestBytes = 200 * 1024 * 1024;

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

/** A text file of the user's choice, if it is one and not too large. The trouble is a sentence. */
const readChosenFile = async (path: string): Promise<Result<string, string>> => {
  try {
    const about = await stat(path);
    if (!about.isFile()) return failed(words().moves.notAFile);
    if (about.size > largestBytes) return failed(words().moves.tooLarge);
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)));
  } catch (error) {
    if (error instanceof TypeError) return failed(words().moves.notText);
    return failed(words().moves.notReadable(codeOf(error)));
  }
};

/** Writes all of it or nothing: what was at the path stays until all is on the disk. */
const writeChosenFile = async (
  path: string,
  pieces: AsyncIterable<string>,
  mayReplace: boolean,
): Promise<Result<null, string>> => {
  const draft = `${path}.${randomBytes(3).toString('hex')}.draft`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      for await (const piece of pieces) await handle.writeFile(piece);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (mayReplace) await rename(draft, path);
    else await link(draft, path);
    return ok(null);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EEXIST') return failed(words().moves.isThere);
    return failed(code === 'ENOENT' ? words().moves.noFolder : words().moves.notWritable(code));
  } finally {
    await rm(draft, { force: true });
  }
};

/** The files that the user chooses for lists that leave and come. */
export const moveFiles = { read: readChosenFile, write: writeChosenFile };
