import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright';

const packages = fileURLToPath(new URL('../../node_modules/@fontsource-variable/', import.meta.url));
const built = fileURLToPath(new URL('../../out/renderer/', import.meta.url));

const fonts = [
  { folder: 'inter', sheet: 'wght.css' },
  { folder: 'noto-sans-sc', sheet: 'wght.css' },
] as const;

/** Fonts of the window's own, in place of what the system has: a picture looks the same on every computer. */
export const pinFonts = async (page: Page): Promise<void> => {
  const sheets = await Promise.all(
    fonts.map(async ({ folder, sheet }) => {
      const css = await readFile(`${packages}${folder}/${sheet}`, 'utf8');
      return css.replaceAll('./files/', `/pinned/${folder}/files/`).replaceAll('swap', 'block');
    }),
  );
  const chosen = ":root { --font: 'Inter Variable', 'Noto Sans SC Variable' !important; }";
  await page.route('**/assets/*.css', async (route) => {
    const own = await readFile(built + new URL(route.request().url()).pathname.slice(1), 'utf8');
    await route.fulfill({ contentType: 'text/css', body: [...sheets, own, chosen].join('\n') });
  });
  await page.route('**/pinned/**', async (route) => {
    const file = new URL(route.request().url()).pathname.replace('/pinned/', '');
    await route.fulfill({ contentType: 'font/woff2', body: await readFile(packages + file) });
  });
};

/** Until the fonts of what is shown are there. */
export const fontsLoaded = (page: Page): Promise<boolean> =>
  page.evaluate(async () => (await document.fonts.ready).status === 'loaded');
