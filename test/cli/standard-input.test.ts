import { PassThrough } from 'node:stream';
import type { ReadStream } from 'node:tty';
import { describe, expect, it } from 'vitest';
import { readHidden } from '../../electron/cli/standard-input.ts';

/** A terminal that records whether it is in raw mode, where it shows nothing that is typed. */
class FakeTerminal extends PassThrough {
  raw = false;
  setRawMode(raw: boolean): this {
    this.raw = raw;
    return this;
  }
}

const typing = async (...pieces: string[]): Promise<{ line: string | null; shown: string; raw: boolean }> => {
  const terminal = new FakeTerminal();
  const prompts = new PassThrough();
  const line = readHidden(terminal as unknown as ReadStream, prompts, 'Key: ');
  expect(terminal.raw).toBe(true);
  for (const piece of pieces) terminal.write(piece);
  return { line: await line, shown: String(prompts.read()), raw: terminal.raw };
};

describe('a key typed at a terminal', () => {
  it('ends with Enter, is never shown, and leaves the terminal as it was', async () => {
    expect(await typing('sk-12', '34\r')).toEqual({ line: 'sk-1234', shown: 'Key: \n', raw: false });
  });

  it('can be corrected', async () => {
    expect(await typing('sk-x\u007f1\r')).toMatchObject({ line: 'sk-1' });
  });

  it.each(['\u0003', '\u0004'])('can be broken off with %j', async (character) => {
    expect(await typing('sk-1', character)).toMatchObject({ line: null, raw: false });
  });
});
