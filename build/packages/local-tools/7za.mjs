#!/usr/bin/env node
// What electron-builder calls 7za for when it makes a tar.gz: 7za a [options] TO FROM. The time in the file's head is
// left out, so that equal contents make equal files.
import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

const [to, from] = process.argv.slice(3).filter((word) => !word.startsWith('-'));
if (process.argv[2] !== 'a' || to === undefined || from === undefined || !to.endsWith('.gz')) {
  console.error('This stands in for 7za only to make .gz files.');
  process.exit(2);
}
await pipeline(createReadStream(from), createGzip(), createWriteStream(to));
