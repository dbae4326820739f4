import { expect, it } from 'vitest';
import { diskTroubleOf } from '../../electron/platform/part-file.ts';

const error = (code: string) => Object.assign(new Error(code), { code });

it.each([
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['EFBIG', 'disk-full'],
  ['ENOENT', 'no-folder'],
  ['ENOTDIR', 'no-folder'],
  ['EACCES', 'not-writable'],
  ['EROFS', 'not-writable'],
  ['EIO', 'not-writable'],
])('%s of a file system is told as %s', (code, trouble) => {
  expect(diskTroubleOf(error(code))).toBe(trouble);
});

it('another error is none of the disk', () => {
  expect(diskTroubleOf(error('ECONNRESET'))).toBeNull();
  expect(diskTroubleOf('text')).toBeNull();
});
