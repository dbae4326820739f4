// Run by Electron as Node: writes what V8 makes of out/main.cjs beside it, for the start to take it from there.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { codeCacheOf, compiled, hashOf } from '../electron/compiled-main.ts';

const main = fileURLToPath(new URL('../out/main.cjs', import.meta.url));
const source = readFileSync(main);
// All functions of it: a start calls most of them, and would compile each when it comes to it.
setFlagsFromString('--no-lazy');
const script = compiled(main, source, null);
// The cache is taken only by a V8 with the same flags.
setFlagsFromString('--lazy');
writeFileSync(codeCacheOf(main), Buffer.concat([hashOf(source), script.createCachedData()]));
