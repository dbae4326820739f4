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
    write: ({ length }) => {
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

/** A disk that takes nothing until it is let go. */
const heldDisk = () => {
  const go = Promise.withResolvers<null>();
  const written = { bytes: 0, largest: 0 };
  const write: PartFile['write'] = async ({ length }, at) => {
    await go.promise;
    expect(at).toBe(written.bytes);
    written.bytes += length;
    written.largest = Math.max(written.largest, length);
  };
  return { part: { ...fullAfter(0), write }, written, letGo: () => go.resolve(null) };
};

/** So many pieces of zeros behind the head of a video; says how many were taken. */
const counted = (pieces: number) => {
  const taken = { bytes: 0 };
  const body = async function* (): AsyncGenerator<Uint8Array, void> {
    for (let at = 0; at < pieces; at += 1) {
      const piece = at === 0 ? video.subarray(0, 64 * 1024) : new Uint8Array(64 * 1024);
      taken.bytes += piece.length;
      yield await Promise.resolve(piece);
    }
  };
  return { taken, body: body(), length: pieces * 64 * 1024 };
};

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) await Promise.resolve();
};

it('takes in no more than 2 MiB that a slow disk has not taken, then all of it in order', async () => {
  const { part, written, letGo } = heldDisk();
  const { taken, body, length } = counted(1024);
  const { signal } = new AbortController();
  const told: number[] = [];
  const wide = { ...job, largestBytes: 2 * length, onBytes: (bytes: number) => void told.push(bytes) };
  const receiving = { part, job: wide, body, from: 0, totalBytes: length, silenceMs: 30_000, signal };
  const done = received(receiving);
  await turns(20_000);
  expect(taken.bytes).toBeGreaterThan(mebibyte);
  // One piece more may have been taken, of which nothing has found room.
  expect(taken.bytes).toBeLessThanOrEqual(2 * mebibyte + 64 * 1024);
  expect(told).toEqual([]);
  letGo();
  expect(await done).toBeNull();
  expect(written.bytes).toBe(length);
  expect(written.largest).toBeLessThanOrEqual(mebibyte);
  expect(told).toEqual([...told].sort((one, other) => one - other));
  expect(told.at(-1)).toBe(length);
});

it('stops at once when the disk takes no more, however much is still to come', async () => {
  const { taken, body } = counted(100_000);
  const { signal } = new AbortController();
  const wide = { ...job, largestBytes: 2 ** 40 };
  const receiving = {
    part: fullAfter(0),
    job: wide,
    body,
    from: 0,
    totalBytes: null,
    silenceMs: 30_000,
    signal,
  };
  await expect(received(receiving)).rejects.toThrow('no space left');
  // Less than one of the two pieces of memory.
  expect(taken.bytes).toBeLessThan(mebibyte);
});
