import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxEnd, isResult, mediaIn } from '../../electron/core/media-signature.ts';
import { mp4Of } from '../gateway/videos.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text.padEnd(64, '\0'), 'latin1');

describe('the first bytes of a file', () => {
  it.each([
    ['\0\0\0\x18ftypisom', 'mp4'],
    ['\0\0\0\x18ftypqt  ', 'mov'],
    ['\0\0\0\x18ftypM4A ', 'm4a'],
    ['\0\0\0\x18ftypavif', 'avif'],
    ['\x1A\x45\xDF\xA3\x9F\x42\x82\x84webm', 'webm'],
    ['\x1A\x45\xDF\xA3\xA3\x42\x82\x88matroska', 'mkv'],
    ['GIF89a', 'gif'],
    ['\xFF\xD8\xFF\xE0', 'jpg'],
    ['\x89PNG\r\n\x1A\n', 'png'],
    ['RIFF\0\0\0\0WEBP', 'webp'],
    ['RIFF\0\0\0\0WAVE', 'wav'],
    ['ID3\x04', 'mp3'],
  ])('%j are those of %s', (head, ending) => {
    expect(mediaIn(bytes(head))?.ending).toBe(ending);
  });

  it.each(['<!doctype html>', '<?xml version="1.0"?><Error>', '{"error":{}}', '', 'GIF', '#EXTM3U'])(
    '%j are of nothing that is kept',
    (head) => {
      expect(mediaIn(bytes(head))).toBeNull();
    },
  );

  it('never make it throw, and text is never media', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (head) => void mediaIn(head)));
    const printable = fc.string({ minLength: 20, maxLength: 80 }).map((text) => bytes(`<${text}`));
    fc.assert(fc.property(printable, (head) => mediaIn(head) === null));
  });

  it('tell whether it is what the link was for', () => {
    const jpeg = mediaIn(bytes('\xFF\xD8\xFF'));
    const mp4 = mediaIn(mp4Of(100));
    expect(jpeg !== null && isResult(jpeg, 'thumbnail')).toBe(true);
    expect(jpeg !== null && isResult(jpeg, 'video')).toBe(false);
    expect(mp4 !== null && isResult(mp4, 'video')).toBe(true);
  });
});

describe('the boxes of an MP4', () => {
  const endOf = (file: Uint8Array, at: number, size = file.length) =>
    boxEnd(file.subarray(at, at + 16), at, size);

  it('lead from one to the next up to the end of the file', () => {
    const file = mp4Of(1000);
    expect(endOf(file, 0)).toBe(24);
    expect(endOf(file, 24)).toBe(1000);
  });

  it('that reach beyond the end show that the file is not whole', () => {
    expect(endOf(mp4Of(1000), 24, 999)).toBeNull();
    expect(boxEnd(new Uint8Array(5), 995, 1000)).toBeNull();
  });

  it('may have a length of 64 bits, or go on to the end', () => {
    const large = Buffer.alloc(16);
    large.writeUInt32BE(1, 0);
    large.writeBigUInt64BE(5_000_000_000n, 8);
    expect(boxEnd(large, 100, 5_000_000_100)).toBe(5_000_000_100);
    expect(boxEnd(Buffer.alloc(16), 100, 700)).toBe(700);
  });

  it('never lead back, whatever they hold', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 16 }), fc.nat(1000), (head, at) => {
        const end = boxEnd(head, at, 2000);
        expect(end === null || (end > at && end <= 2000)).toBe(true);
      }),
    );
  });
});
