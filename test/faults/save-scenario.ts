import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createResultFiles } from '../../electron/platform/result-files.ts';
import { createSocketDownload } from '../../electron/platform/socket-download.ts';
import { createFileServer, file, type FileReply } from '../gateway/file-server.ts';
import { mp4Of } from '../gateway/videos.ts';

/** Saves on to a small disk of its own, which is made larger once it is full, and prints what came of that. */
const [folder = ''] = process.argv.slice(2);
const mebibyte = 1024 ** 2;
const video = { bytes: mp4Of(90 * mebibyte), etag: '"v1"' };

/** Says no length at first, so that room cannot be asked for. */
const withoutLength: FileReply = (request, response) => {
  if (request.headers.range !== undefined) return file(video)(request, response);
  response.writeHead(200, { etag: video.etag });
  response.end(video.bytes);
};

const server = await createFileServer();
server.serve('/v.mp4', withoutLength);
const files = createResultFiles({
  defaultFolder: '/nowhere',
  open: createSocketDownload({ userAgent: 'Taskbell' }),
  addressesOf: () => Promise.resolve([]),
  openFile: () => Promise.resolve(true),
  showFile: () => Promise.resolve(true),
});
let begun: { validator: string | null; totalBytes: number | null } = { validator: null, totalBytes: null };
const save = () =>
  files.save({
    link: { kind: 'video', url: `${server.url}/v.mp4`, needsKey: false, expiresAt: null },
    gateway: { baseUrl: server.url, allowPlainHttp: false },
    keyHeaders: {},
    folder,
    name: 'boat',
    partName: 'boat.part',
    ...begun,
    largestBytes: 1024 * mebibyte,
    onBegun: (said) => {
      begun = said;
    },
    onBytes: () => undefined,
  }).done;

const full = await save();
const kept = statSync(join(folder, 'boat.part')).size;
execFileSync('mount', ['-o', 'remount,size=400m', folder]);
const again = await save();
const path = again?.ok === true ? again.value.path : '';
process.stdout.write(
  JSON.stringify({
    full: full?.ok === false ? full.trouble.trouble : 'saved',
    keptMuch: kept > 50 * mebibyte,
    wentOnAt: server.requests.at(-1)?.headers.range === `bytes=${String(kept)}-`,
    identical: path !== '' && readFileSync(path).equals(video.bytes),
    names: readdirSync(folder),
  }),
);
await server.close();
