import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { protocol } from 'electron';
import { fileOf } from './app-file.ts';
import { resultAddressOf } from './result-address.ts';
import type { ResultResponses } from './result-responses.ts';

/** The window's own origin: a scheme that only files of the app answer to. */
export const appOrigin = 'app://taskbell';

/** connect-src none: all HTTP is the main process's. Trusted Types turn any raw HTML in the page into an error. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "object-src 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types svelte-trusted-html',
].join('; ');

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};

/** Must run before the app is ready, and once. */
export const registerAppScheme = (): void => {
  // Without `stream` a film would have to come whole before it begins.
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }]);
};

/** Serves the files below `root` and the results of tasks, and nothing else. */
export const serveAppFiles = (root: string, respond: ResultResponses): void => {
  protocol.handle('app', async ({ url, method, headers: asked }) => {
    const address = resultAddressOf(url, appOrigin);
    if (address !== null)
      return method === 'GET' ? respond(address, asked.get('range')) : new Response(null, { status: 405 });
    const file = fileOf(url, appOrigin, root);
    const type = file === null ? undefined : contentTypes[extname(file)];
    if (file === null || type === undefined) return new Response(null, { status: 404 });
    try {
      const headers = {
        'Content-Type': type,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
      };
      return new Response(await readFile(file), { headers });
    } catch {
      return new Response(null, { status: 404 });
    }
  });
};
