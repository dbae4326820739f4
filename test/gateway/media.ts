import { readFileSync } from 'node:fs';

const read = (name: string): Uint8Array =>
  readFileSync(new URL(`../fixtures/media/${name}`, import.meta.url));

/** Four seconds of VP8, 64 × 36: two of red, two of blue. test/fixtures/media/README.md says how it was made. */
export const redThenBlue = read('red-then-blue.webm');

/** A PNG of one green. */
export const green = read('lime.png');

/** The same film with so many bytes more at its end, which players skip: an EBML element that is called Void. */
export const padded = (film: Uint8Array, bytes: number): Uint8Array => {
  const size = Buffer.alloc(8);
  size.writeBigUInt64BE((1n << 56n) | BigInt(bytes));
  return Buffer.concat([film, Buffer.from([0xec]), size, Buffer.alloc(bytes)]);
};
