import type { Readable, Writable } from 'node:stream';
import type { ReadStream } from 'node:tty';

/** Everything up to the end of the input. */
export const readAll = async (input: Readable): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString('utf8');
};

/** One line typed or pasted at a terminal without showing it; null when the user breaks off. */
export const readHidden = async (
  input: ReadStream,
  prompts: Writable,
  prompt: string,
): Promise<string | null> => {
  prompts.write(prompt);
  input.setRawMode(true);
  try {
    return await typedLine(input);
  } finally {
    input.setRawMode(false);
    input.pause();
    prompts.write('\n');
  }
};

const enter: ReadonlySet<string> = new Set(['\r', '\n']);
const breakOff: ReadonlySet<string> = new Set(['\u0003', '\u0004']);
const backspace: ReadonlySet<string> = new Set(['\u007f', '\b']);

const typedLine = (input: Readable): Promise<string | null> =>
  new Promise((resolve) => {
    let typed = '';
    const settle = (line: string | null): void => {
      input.off('data', take);
      resolve(line);
    };
    const take = (chunk: Buffer): void => {
      for (const character of chunk.toString('utf8')) {
        if (enter.has(character) || breakOff.has(character)) {
          settle(enter.has(character) ? typed : null);
          return;
        }
        typed = backspace.has(character) ? typed.slice(0, -1) : typed + character;
      }
    };
    input.on('data', take);
    input.once('end', () => settle(null));
    input.resume();
  });
