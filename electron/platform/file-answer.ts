import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import type { DownloadAnswer } from './download.ts';
import { rangeIn } from './file-range.ts';

/** A file, or the piece of it that a Range header names: 200, 206 or 416. Rejects when it cannot be read. */
export const fileAnswer = async (
  path: string,
  header: string | null,
  signal: AbortSignal,
): Promise<DownloadAnswer> => {
  const handle = await open(path, 'r');
  const { size } = await handle.stat();
  await handle.close();
  const range = rangeIn(header, size);
  if (range === 'outside')
    return { status: 416, headers: { 'content-range': `bytes */${String(size)}` }, body: nothing() };
  const { from, to } = range ?? { from: 0, to: size - 1 };
  const length = { 'content-length': String(to - from + 1) };
  return {
    status: range === null ? 200 : 206,
    headers:
      range === null
        ? length
        : { ...length, 'content-range': `bytes ${String(from)}-${String(to)}/${String(size)}` },
    body: size === 0 ? nothing() : createReadStream(path, { start: from, end: to, signal }),
  };
};

const nothing = (): AsyncIterable<Uint8Array> => Readable.from([]);
