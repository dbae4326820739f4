import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const entries: Readonly<Record<string, string>> = {
  start: '../electron/start.ts',
  main: '../electron/main.ts',
  preload: '../electron/preload.ts',
  cli: '../electron/cli/main.ts',
};

/** What runs in Node: main process, preload and command line. The mode names which. */
export default defineConfig(({ mode }) => ({
  root: path('..'),
  cacheDir: path('../node_modules/.cache/vite'),
  resolve: {
    // What the bus's package would use to ask services for what they offer, which Taskbell does not: 220 KB.
    alias: [{ find: /^(xml2js|event-stream)$/, replacement: path('left-out.mjs') }],
  },
  // For Node: packages must not be resolved to what they offer browsers.
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    outDir: path('../out'),
    emptyOutDir: false,
    // The command line also runs under the Node of a checkout.
    target: mode === 'cli' ? 'node20' : 'node24',
    minify: false,
    rolldownOptions: {
      input: path(entries[mode] ?? ''),
      // keytar finds its native part beside itself, so it stays a package; electron is the runtime.
      external: ['electron', 'keytar', ...builtinModules, /^node:/],
      output: {
        format: 'cjs',
        entryFileNames: `${mode}.cjs`,
        // Compiling a file takes as long as it is large, so what the app imports when it needs it stands by itself.
        codeSplitting: mode === 'main',
        chunkFileNames: 'later/[name].cjs',
        // A file that was compiled beforehand can require and not import: see electron/compiled-main.ts.
        dynamicImportInCjs: false,
      },
    },
  },
}));
