import { Module } from 'node:module';
import { join } from 'node:path';
import { compiledMain } from './compiled-main.ts';

/** What Electron loads. It runs main.cjs as `require` would, without compiling it anew at each start. */
type Wrapped = (
  exports: unknown,
  require: NodeJS.Require,
  module: Module,
  filename: string,
  dirname: string,
) => void;

const folder = import.meta.dirname;
const file = join(folder, 'main.cjs');
const main = new Module(file);
main.filename = file;
// What is imported later asks for this very module.
require.cache[file] = main;
(compiledMain(file).runInThisContext() as Wrapped)(
  main.exports,
  Module.createRequire(file),
  main,
  file,
  folder,
);
main.loaded = true;
