import { connect as connectPlainly, isIP, type LookupFunction, type OnReadOpts, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';
import type { DownloadAnswer, DownloadRequest, OpenDownload } from './download.ts';
import { brokenAnswer, createAnswerReader, type AnswerHead } from './http-answer.ts';

export interface SocketDownloadOptions {
  readonly userAgent: string;
  /** Whom to trust, instead of those that Node comes with. */
  readonly authorities?: readonly string[];
}

const longestConnectMs = 5000;

/**
 * Asks over a socket of its own, which reads into the same memory again and again. A piece of a body holds until the
 * next one is asked for. Connects to the addresses that were judged, and to no other. It knows neither proxies nor the
 * authorities of this computer. See docs/decisions/0089-results-over-a-socket.md
 */
export const createSocketDownload =
  (options: SocketDownloadOptions): OpenDownload =>
  (request, signal) =>
    new Promise<DownloadAnswer>((resolve, reject) => {
      signal.throwIfAborted();
      const head = headOf(request, options.userAgent);
      const reader = createAnswerReader();
      const memory = createReadMemory();
      let trouble: Error | null = null;
      let hear: () => void = () => undefined;
      /** Little of what was read last is of the body, so reading it took its time. */
      let isScant = false;
      let readsInTurn = 0;

      const onRead = (length: number, buffer: Uint8Array): boolean => {
        try {
          const piece = reader.read(buffer.subarray(0, length));
          memory.keep(piece);
          isScant = piece.length < length / 2;
        } catch (error) {
          socket.destroy(error as Error);
          return false;
        }
        if (reader.head === null) return true;
        // It was asked for as it is; who packs it all the same needs somebody who unpacks.
        if (isPacked(reader.head)) {
          socket.destroy(brokenAnswer('packed'));
          return false;
        }
        resolve({ ...reader.head, body });
        hear();
        // Goes on when this has been taken.
        return false;
      };

      const socket = connect(request, options, { buffer: memory.free, callback: onRead });
      const deadline = setTimeout(() => socket.destroy(new Error('ETIMEDOUT')), longestConnectMs);
      const abort = (): void => void socket.destroy(new Error('aborted'));
      signal.addEventListener('abort', abort, { once: true });
      socket.once(isSecure(request) ? 'secureConnect' : 'connect', () => {
        clearTimeout(deadline);
        socket.write(head, 'latin1');
      });
      socket.on('error', (error) => (trouble ??= error));
      socket.once('close', () => {
        clearTimeout(deadline);
        signal.removeEventListener('abort', abort);
        try {
          if (trouble === null) reader.end();
        } catch (error) {
          trouble = error as Error;
        }
        hear();
        // Nothing happens if there has been an answer.
        if (trouble !== null) reject(trouble);
      });

      const pieces = async function* (): AsyncGenerator<Uint8Array> {
        try {
          for (;;) {
            yield* memory.kept();
            if (reader.isWhole) return;
            if (trouble !== null) throw trouble;
            const heard = new Promise<void>((resolveHeard) => (hear = resolveHeard));
            readsInTurn += 1;
            // Told at once, a socket that is full is read 32 times before anybody else has a turn.
            if (isScant || readsInTurn === mostReadsInTurn) {
              readsInTurn = 0;
              setImmediate(() => socket.resume());
            } else socket.resume();
            await heard;
          }
        } finally {
          socket.destroy();
        }
      };
      const body = pieces();
    });

/** For a read each. A piece that is given back page by page and taken anew costs more than all the rest of a save. */
const readBytes = 256 * 1024;
const mostFree = 4;
const mostReadsInTurn = 4;
/** What a record of TLS holds at most. */
const recordBytes = 16 * 1024;

/** Where a socket reads to, and what of it has not been taken. */
const createReadMemory = () => {
  const own = Array.from({ length: mostFree }, () => new Uint8Array(readBytes));
  const waiting: Uint8Array[] = [];
  const isFree = ({ buffer }: Uint8Array): boolean => waiting.every((piece) => piece.buffer !== buffer);
  return {
    keep: (piece: Uint8Array): void => {
      if (piece.length > 0) waiting.push(piece);
    },
    /** A secure socket hands on all that it has read, also after it was told to wait: a record each, however small. */
    free: (): Uint8Array => own.find(isFree) ?? new Uint8Array(recordBytes),
    kept: function* (): Generator<Uint8Array> {
      for (let piece = waiting[0]; piece !== undefined; piece = waiting[0]) {
        yield piece;
        waiting.shift();
      }
    },
  };
};

const isPacked = ({ headers }: AnswerHead): boolean =>
  (headers['content-encoding'] ?? 'identity').toLowerCase() !== 'identity';

const isSecure = ({ url }: DownloadRequest): boolean => new URL(url).protocol === 'https:';

const connect = (
  request: DownloadRequest,
  { authorities }: SocketDownloadOptions,
  onread: OnReadOpts,
): Socket => {
  const { hostname, port } = new URL(request.url);
  const host = hostname.replace(/^\[|\]$/g, '');
  const target = {
    host,
    port: Number(port === '' ? (isSecure(request) ? 443 : 80) : port),
    lookup: judged(request.addresses),
    autoSelectFamily: true,
    onread,
  };
  return isSecure(request)
    ? connectSecurely({
        ...target,
        // Also where the environment would have Node trust anybody.
        rejectUnauthorized: true,
        ALPNProtocols: ['http/1.1'],
        ...(isIP(host) === 0 ? { servername: host } : {}),
        ...(authorities === undefined ? {} : { ca: [...authorities] }),
      })
    : connectPlainly(target);
};

/** A name may lead elsewhere when it is looked up once more. */
const judged =
  (addresses: readonly string[]): LookupFunction =>
  (_hostname, { all }, found) => {
    const known = addresses.map((address) => ({ address, family: isIP(address) }));
    const [first] = known;
    if (first === undefined) found(new Error('ENOTFOUND'), '');
    else if (all === true) found(null, known);
    else found(null, first.address, first.family);
  };

const headOf = ({ url, headers }: DownloadRequest, userAgent: string): string => {
  const { host, pathname, search } = new URL(url);
  const all = { Host: host, Connection: 'close', 'User-Agent': userAgent, Accept: '*/*', ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const head = [`GET ${pathname}${search} HTTP/1.1`, ...lines, '', ''];
  if (head.some((line) => /[^\t\x20-\x7e\x80-\xff]/.test(line)))
    throw new Error('A header has a character too many.');
  return head.join('\r\n');
};
