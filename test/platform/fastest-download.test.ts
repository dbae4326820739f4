import { Readable } from 'node:stream';
import { expect, it } from 'vitest';
import type { OpenDownload } from '../../electron/platform/download.ts';
import { createFastestDownload } from '../../electron/platform/fastest-download.ts';

const request = { url: 'https://cdn.example.com/1.mp4', headers: {}, addresses: ['93.184.216.34'] };

/** Says by its status which way was taken. */
const answering =
  (status: number): OpenDownload =>
  () =>
    Promise.resolve({ status, headers: {}, body: Readable.from([]) });

const failing: OpenDownload = () => Promise.reject(new Error('by socket'));

const wayTaken = async (
  overSocket: OpenDownload,
  given: {
    readonly isDirect?: boolean;
    readonly addresses?: readonly string[];
    readonly signal?: AbortSignal;
  } = {},
): Promise<number> => {
  const { isDirect = true, addresses = request.addresses, signal = new AbortController().signal } = given;
  const open = createFastestDownload({
    isDirect: () => Promise.resolve(isDirect),
    overSocket,
    throughSystem: answering(2),
  });
  return (await open({ ...request, addresses }, signal)).status;
};

it('asks over a socket where nothing stands in between', async () => {
  expect(await wayTaken(answering(1))).toBe(1);
});

it('asks through the system behind a proxy, and where no address is known', async () => {
  expect(await wayTaken(answering(1), { isDirect: false })).toBe(2);
  expect(await wayTaken(answering(1), { addresses: [] })).toBe(2);
});

it('asks through the system what a socket could not', async () => {
  expect(await wayTaken(failing)).toBe(2);
});

it('asks through the system who does not let a socket in, whose connection is given up', async () => {
  const given: AbortSignal[] = [];
  const refusing: OpenDownload = (asked, signal) => {
    given.push(signal);
    return answering(403)(asked, signal);
  };
  expect(await wayTaken(refusing)).toBe(2);
  expect(given.map(({ aborted }) => aborted)).toEqual([true]);
  expect(await wayTaken(answering(404))).toBe(404);
});

it('asks nobody else once it was stopped', async () => {
  await expect(wayTaken(failing, { signal: AbortSignal.abort() })).rejects.toThrow('by socket');
});
