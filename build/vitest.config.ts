import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * `unit` needs nothing but the runtime; `desktop` a throw-away desktop and the built app; `installed` such a desktop and
 * the package that build/packages/try-deb.mjs installs.
 */
export default defineConfig({
  root,
  // On the throw-away desktop the tests may run as a user who cannot write to the checkout.
  cacheDir:
    process.env['TASKBELL_DESKTOP'] === undefined
      ? 'node_modules/.cache/vitest'
      : path.join(tmpdir(), 'vitest'),
  plugins: [svelte({ configFile: false })],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          // How fast something is belongs in a bench: a busy machine must not fail a test.
          testTimeout: 30_000,
          exclude: ['test/desktop/**', 'test/e2e/**', 'test/**/*.{desktop,installed}.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'desktop',
          include: ['test/desktop/**/*.test.ts', 'test/e2e/**/*.test.ts', 'test/**/*.desktop.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'installed',
          include: ['test/**/*.installed.test.ts'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
