import { isResult, mediaIn, signatureBytes } from '../core/media-signature.ts';
import type { SaveJob } from '../core/saving-ports.ts';
import type { SaveTrouble } from '../shared/saving.ts';
import { saveTroubleOf } from './download.ts';
import type { PartFile } from './part-file.ts';

export interface Receiving {
  readonly part: PartFile;
  readonly job: SaveJob;
  readonly body: AsyncIterable<Uint8Array>;
  /** Where in the file it begins. */
  readonly from: number;
  readonly totalBytes: number | null;
  /** How long nothing may come. */
  readonly silenceMs: number;
  readonly signal: AbortSignal;
}

/** So much is gathered before it is written: many small writes would take longer than the network. */
const gatheredBytes = 512 * 1024;

/**
 * Writes a body as it comes. Null when all of it has come; errors of the disk reject. What has come before trouble is
 * on the disk too.
 */
export const received = async (receiving: Receiving): Promise<SaveTrouble | null> => {
  const { part, job, totalBytes } = receiving;
  let pieces: Uint8Array[] = [];
  let gathered = 0;
  let written = receiving.from;
  let isJudged = written >= signatureBytes;

  // One write is under way while the next pieces come; what went wrong with it is thrown by the one after.
  let writing = Promise.resolve();

  const flush = async (): Promise<void> => {
    await writing;
    if (gathered === 0) return;
    const all = pieces;
    const at = written;
    written += gathered;
    pieces = [];
    gathered = 0;
    const until = written;
    writing = part.write(all, at).then(() => job.onBytes(until));
    writing.catch(() => undefined);
  };

  const trouble = await eachPiece(receiving, async (piece) => {
    pieces.push(piece);
    gathered += piece.length;
    const size = written + gathered;
    if (size > job.largestBytes) return 'too-large';
    if (totalBytes !== null && size > totalBytes) return 'incomplete';
    if (!isJudged && size >= signatureBytes) {
      // What is no video is not even begun, however much of it there may be.
      const head = receiving.from === 0 ? mediaIn(Buffer.concat(pieces).subarray(0, signatureBytes)) : null;
      if (receiving.from === 0 && (head === null || !isResult(head, job.link.kind))) return 'not-a-video';
      isJudged = true;
    }
    if (gathered >= gatheredBytes) await flush();
    return null;
  });
  if (trouble === 'not-a-video' || trouble === 'incomplete') {
    await writing;
    return trouble;
  }
  await flush();
  await writing;
  if (trouble !== null) return trouble;
  return totalBytes !== null && written < totalBytes ? 'cut-off' : null;
};

/** Hands on each piece until one brings trouble, none come any more, or none come for too long. */
const eachPiece = async (
  { body, silenceMs, signal }: Receiving,
  take: (piece: Uint8Array) => Promise<SaveTrouble | null>,
): Promise<SaveTrouble | null> => {
  const pieces = body[Symbol.asyncIterator]();
  type Come = IteratorResult<Uint8Array, unknown> | SaveTrouble;
  let heardAt = Date.now();
  let settle: (come: Come) => void = () => undefined;
  // A promise for the end of it all would keep every piece that was ever raced against it.
  const coming = (): Promise<Come> =>
    new Promise((resolve) => {
      settle = resolve;
      if (signal.aborted) resolve('cut-off');
      pieces.next().then(resolve, (error: unknown) => resolve(bodyTroubleOf(error)));
    });
  const look = (): void => {
    if (Date.now() - heardAt > silenceMs) settle('timed-out');
  };
  const timer = setInterval(look, Math.min(1000, silenceMs));
  const stop = (): void => settle('cut-off');
  signal.addEventListener('abort', stop, { once: true });
  try {
    for (;;) {
      const come = await coming();
      if (typeof come === 'string') return come;
      if (come.done === true) return null;
      const trouble = await take(come.value);
      if (trouble !== null) return trouble;
      heardAt = Date.now();
    }
  } finally {
    clearInterval(timer);
    signal.removeEventListener('abort', stop);
    void pieces.return?.().catch(() => undefined);
  }
};

/** A connection that ends in the middle has many names, and all mean the same. */
const bodyTroubleOf = (error: unknown): SaveTrouble => {
  const trouble = saveTroubleOf(error);
  return trouble === 'no-network' || trouble === 'timed-out' ? trouble : 'cut-off';
};
