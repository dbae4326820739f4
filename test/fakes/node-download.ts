import { Readable } from 'node:stream';
import type { OpenDownload } from '../../electron/platform/download.ts';

/** Asks as the app does, without Electron. */
export const nodeDownload: OpenDownload = async ({ url, headers }, signal) => {
  const response = await fetch(url, { headers, redirect: 'manual', signal });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: response.body ?? Readable.from([]),
  };
};
