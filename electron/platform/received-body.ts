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

/** What is written at once, at most. */
const heldBytes = 1024 * 1024;

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
    size += piece.length;
    if (size > job.largestBytes) return 'too-large';
    if (totalBytes !== null && size > totalBytes) return 'incomplete';
    const rest = writing.hold(piece);
    if (!isJudged && size >= signatureBytes) {
      // What is no video is not even begun, however much of it there may be.
      const head = receiving.from === 0 ? mediaIn(writing.held().subarray(0, signatureBytes)) : null;
      if (receiving.from === 0 && (head === null || !isResult(head, job.link.kind))) return 'not-a-video';
      isJudged = true;
    }
    if (isJudged) await writing.keepUp(rest);
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
 * What comes is copied into one of two pieces of memory while the other one is being written, the same two for all of a
 * body. See docs/decisions/0089-results-over-a-socket.md
 */
const createWriting = ({ part, job, from }: Receiving) => {
  let filling = new Uint8Array(heldBytes);
  let resting = new Uint8Array(heldBytes);
  let filled = 0;
  let written = from;
  let write = Promise.resolve();
  // What went wrong with it is thrown by whoever waits for it.
  let underWay = Promise.resolve();
  let isUnderWay = false;
  let isBroken = false;

  const writeHeld = async (): Promise<void> => {
    while (filled > 0) {
      const bytes = filling.subarray(0, filled);
      [filling, resting] = [resting, filling];
      filled = 0;
      write = part.write(bytes, written);
      await write;
      written += bytes.length;
      job.onBytes(written);
    }
  };
  const begin = (): void => {
    isUnderWay = true;
    underWay = writeHeld();
    underWay.then(
      () => (isUnderWay = false),
      () => (isBroken = true),
    );
  };
  const hold = (piece: Uint8Array): Uint8Array => {
    const fits = piece.subarray(0, heldBytes - filled);
    filling.set(fits, filled);
    filled += fits.length;
    return piece.subarray(fits.length);
  };

  return {
    /** Gives what has no room. */
    hold,
    /** What no write has begun with. */
    held: (): Uint8Array => filling.subarray(0, filled),
    keepUp: async (rest: Uint8Array): Promise<void> => {
      if (isBroken) await underWay;
      for (let more = hold(rest); ; more = hold(more)) {
        if (!isUnderWay) begin();
        if (more.length === 0) return;
        await write;
      }
    },
    /** What no write has begun with is not written. */
    leave: (): Promise<void> => {
      filled = 0;
      return underWay;
    },
    all: async (): Promise<void> => {
      await underWay;
      await writeHeld();
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
