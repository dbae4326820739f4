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

/** So much may wait for a disk that is slower for a moment. */
const mostWaitingBytes = 8 * 1024 * 1024;

/**
 * Writes a body as it comes. Null when all of it has come; errors of the disk reject. What has come before trouble is
 * on the disk too.
 */
export const received = async (receiving: Receiving): Promise<SaveTrouble | null> => {
  const { job, totalBytes } = receiving;
  const writing = createWriting(receiving);
  let size = receiving.from;
  let isJudged = size >= signatureBytes;

  const trouble = await eachPiece(receiving, async (piece) => {
    writing.add(piece);
    size += piece.length;
    if (size > job.largestBytes) return 'too-large';
    if (totalBytes !== null && size > totalBytes) return 'incomplete';
    if (!isJudged && size >= signatureBytes) {
      // What is no video is not even begun, however much of it there may be.
      const head = receiving.from === 0 ? mediaIn(writing.waiting().subarray(0, signatureBytes)) : null;
      if (receiving.from === 0 && (head === null || !isResult(head, job.link.kind))) return 'not-a-video';
      isJudged = true;
    }
    if (isJudged) await writing.keepUp();
    return null;
  });
  if (trouble === 'not-a-video' || trouble === 'incomplete') {
    await writing.leave();
    return trouble;
  }
  await writing.all();
  if (trouble !== null) return trouble;
  return totalBytes !== null && size < totalBytes ? 'cut-off' : null;
};

/**
 * One write is under way while the next pieces come, and what has come by its end goes into the next: the slower the
 * disk, the more at once. Nothing is gathered before that, because a piece is copied fastest while the processor still
 * has it at hand.
 */
const createWriting = ({ part, job, from }: Receiving) => {
  let pieces: Uint8Array[] = [];
  let gathered = 0;
  let written = from;
  // What went wrong with it is thrown by whoever waits for it.
  let underWay = Promise.resolve();
  let isUnderWay = false;
  let isBroken = false;

  const writeGathered = async (): Promise<void> => {
    while (gathered > 0) {
      const all = pieces;
      const length = gathered;
      pieces = [];
      gathered = 0;
      await part.write(all, written);
      written += length;
      job.onBytes(written);
    }
  };
  const begin = (): void => {
    isUnderWay = true;
    underWay = writeGathered();
    underWay.then(
      () => (isUnderWay = false),
      () => (isBroken = true),
    );
  };

  return {
    add: (piece: Uint8Array): void => {
      pieces.push(piece);
      gathered += piece.length;
    },
    /** What no write has begun with. */
    waiting: (): Buffer => Buffer.concat(pieces),
    keepUp: async (): Promise<void> => {
      if (!isUnderWay) begin();
      if (isBroken || gathered >= mostWaitingBytes) await underWay;
    },
    /** What no write has begun with is not written. */
    leave: (): Promise<void> => {
      pieces = [];
      gathered = 0;
      return underWay;
    },
    all: async (): Promise<void> => {
      await underWay;
      await writeGathered();
    },
  };
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
