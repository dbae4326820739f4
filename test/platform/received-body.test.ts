import { expect, it } from 'vitest';
import type { SaveJob } from '../../electron/core/saving-ports.ts';
import { diskTroubleOf, type PartFile } from '../../electron/platform/part-file.ts';
import { received } from '../../electron/platform/received-body.ts';
import { mp4Of } from '../gateway/videos.ts';

const mebibyte = 1024 ** 2;
const video = mp4Of(4 * mebibyte);

const job: SaveJob = {
  link: { kind: 'video', url: 'https://cdn.example.com/v.mp4', needsKey: false, expiresAt: null },
  gateway: { baseUrl: 'https://api.example.com', allowPlainHttp: false },
  keyHeaders: {},
  folder: '/videos',
  name: 'A paper boat',
  partName: 'A paper boat.part',
  validator: null,
  totalBytes: null,
  largestBytes: 8 * mebibyte,
  onBegun: () => undefined,
  onBytes: () => undefined,
};

/** A disk that is full after so many bytes. */
const fullAfter = (bytes: number): PartFile & { readonly written: () => number } => {
  let written = 0;
  const never = (): never => {
    throw new Error('This is not asked for here.');
  };
  return {
    written: () => written,
    write: (pieces) => {
      const length = pieces.reduce((sum, piece) => sum + piece.length, 0);
      if (written + length > bytes)
        return Promise.reject(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
      written += length;
      return Promise.resolve();
    },
    size: () => Promise.resolve(written),
    cut: never,
    media: never,
    isWhole: never,
    place: never,
    close: never,
  };
};

async function* inPieces(bytes: Uint8Array): AsyncGenerator<Uint8Array, void> {
  for (let at = 0; at < bytes.length; at += 64 * 1024)
    yield await Promise.resolve(bytes.subarray(at, at + 64 * 1024));
}

it('says that the disk is full when that shows in the middle, and what had come before is there', async () => {
  const part = fullAfter(2 * mebibyte);
  const body = inPieces(video);
  const { signal } = new AbortController();
  const receiving = { part, job, body, from: 0, totalBytes: video.length, silenceMs: 30_000, signal };
  const error: unknown = await received(receiving).catch((thrown: unknown) => thrown);
  expect(diskTroubleOf(error)).toBe('disk-full');
  expect(part.written()).toBe(2 * mebibyte);
});
