import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';
import { build, type Plugin } from 'vite';

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url));

const stand = `
  import { pseudoLocale } from ${JSON.stringify(path('../fakes/pseudo-locale.ts'))};
  export const chinese = pseudoLocale.words;
`;

/** The pseudo-locale in the place of Chinese, in this build only. */
const pseudoChinese: Plugin = {
  name: 'pseudo-chinese',
  enforce: 'pre',
  load: (id) => (id.endsWith('/language/chinese.ts') ? stand : null),
};

/** Builds the window with the pseudo-locale into this folder; the built app itself stays as it is. */
export const buildPseudoWindow = async (folder: string): Promise<void> => {
  await build({
    configFile: path('../../build/renderer.vite.ts'),
    configLoader: 'native',
    logLevel: 'error',
    cacheDir: `${folder}/cache`,
    build: { outDir: `${folder}/window`, minify: false },
    plugins: [pseudoChinese],
  });
};

/** From the next load on the page runs the scripts of that build. */
export const runPseudoWindow = async (page: Page, folder: string): Promise<void> => {
  const index = readFileSync(`${folder}/window/index.html`, 'utf8');
  const script = /src="\.\/(assets\/[^"]+\.js)"/.exec(index)?.[1];
  const sheet = /href="\.\/(assets\/[^"]+\.css)"/.exec(index)?.[1];
  if (script === undefined || sheet === undefined) throw new Error('The build has no script or no sheet.');
  const scripts = readFileSync(`${folder}/window/${script}`, 'utf8');
  const sheets = readFileSync(`${folder}/window/${sheet}`, 'utf8');
  await page.route('**/assets/*.js', (route) =>
    route.fulfill({ contentType: 'text/javascript', body: scripts }),
  );
  await page.route('**/assets/*.css', (route) => route.fulfill({ contentType: 'text/css', body: sheets }));
};
