import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

/** The window. `--mode preview` serves or builds the same window on sample data, for looking at it in a browser. */
export default defineConfig(({ mode }) => {
  const isPreview = mode === 'preview';
  return {
    root: path(isPreview ? '../test/renderer/preview' : '../renderer'),
    base: './',
    cacheDir: path('../node_modules/.cache/vite'),
    plugins: [svelte({ configFile: false })],
    build: {
      outDir: path(isPreview ? '../node_modules/.cache/preview' : '../out/renderer'),
      emptyOutDir: true,
      target: 'chrome146',
      cssCodeSplit: false,
      // The content security policy allows files of the app only: nothing may be inlined.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
});
