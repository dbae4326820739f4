import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mp4Of } from '../../gateway/videos.ts';

/** Sends as many MiB as the path says, as fast as they are taken. Prints its port. */
const piece = 1024 * 1024;
const head = Buffer.from(mp4Of(piece));
const more = Buffer.from(mp4Of(piece, 2));

const send = (response: ServerResponse, pieces: number): void => {
  let sent = 0;
  const go = (): void => {
    while (sent < pieces) {
      sent += 1;
      if (!response.write(sent === 1 ? first(pieces) : more)) {
        response.once('drain', go);
        return;
      }
    }
    response.end();
  };
  go();
};

/** The box reaches to the end of the file, whose length may not fit into 32 bits. */
const first = (pieces: number): Buffer => {
  const bytes = Buffer.from(head);
  bytes.writeUInt32BE(pieces * piece - 24 < 2 ** 32 ? pieces * piece - 24 : 0, 24);
  return bytes;
};

const server = createServer((request, response) => {
  const pieces = Number(/^\/(\d+)\.mp4$/.exec(request.url ?? '')?.[1] ?? '1');
  response.writeHead(200, {
    'content-type': 'video/mp4',
    'content-length': String(pieces * piece),
    etag: '"bench"',
  });
  send(response, pieces);
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`${String((server.address() as AddressInfo).port)}\n`);
});
