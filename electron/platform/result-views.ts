import type { ResultPlace, ResultViews } from '../core/looking-ports.ts';
import { isResult, mediaIn, signatureBytes } from '../core/media-signature.ts';
import { planFor } from '../core/save-answer.ts';
import type { SaveSource } from '../core/save-queue.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { SaveTrouble } from '../shared/saving.ts';
import { createDownload, saveTroubleOf, type DownloadAnswer, type DownloadDependencies } from './download.ts';
import { fileAnswer } from './file-answer.ts';
import { withinSilence } from './silence.ts';

export interface ViewsDependencies extends DownloadDependencies {
  /** How long a server may send nothing. */
  readonly silenceMs?: number;
}

export interface OpenViews extends ResultViews {
  /**
   * Opens a result, or the piece of it that a Range header names: a status of 200, 206 or 416. Nothing is read before
   * the body is, and the signal ends it at any time. Rejects when a file cannot be read.
   */
  stream(
    place: ResultPlace,
    range: string | null,
    signal: AbortSignal,
  ): Promise<Result<DownloadAnswer, SaveTrouble>>;
}

/** By the rules of saving: the same addresses are safe, and the same ones get the key. */
export const createResultViews = (dependencies: ViewsDependencies): OpenViews => {
  const { silenceMs = 30_000 } = dependencies;
  const download = createDownload(dependencies);

  const answerOf = async (
    source: SaveSource,
    range: string | null,
    signal: AbortSignal,
  ): Promise<Result<DownloadAnswer, SaveTrouble>> => {
    const headers: Record<string, string> = range === null ? {} : { Range: range };
    const answer = await withinSilence(download(source, headers, signal), silenceMs, signal);
    if (answer === null) return failed('timed-out');
    if (!answer.ok || [200, 206, 416].includes(answer.value.status)) return answer;
    const plan = planFor(answer.value.status, answer.value.headers, nothingYet, Date.now());
    return failed(plan.do === 'give-up' ? plan.failure.trouble : 'not-a-video');
  };

  const stream: OpenViews['stream'] = async (place, range, signal) => {
    if (place.at === 'file') return ok(await fileAnswer(place.path, range, signal));
    const answer = await answerOf(place.source, range, signal);
    if (!answer.ok) return answer;
    return ok({ ...answer.value, body: untilSilence(answer.value.body, silenceMs, signal) });
  };

  const mediaAt: OpenViews['mediaAt'] = async (place) => {
    const ending = new AbortController();
    try {
      const answer = await stream(place, `bytes=0-${String(signatureBytes - 1)}`, ending.signal);
      if (!answer.ok) return answer;
      const head = await headOf(answer.value);
      if (head.length === 0) return failed('empty');
      const media = mediaIn(head);
      const isWanted = media !== null && (place.at === 'file' || isResult(media, place.source.link.kind));
      return isWanted ? ok(media) : failed('not-a-video');
    } catch (error) {
      return failed(place.at === 'file' ? 'not-a-video' : saveTroubleOf(error));
    } finally {
      ending.abort();
    }
  };

  return { mediaAt, stream };
};

const nothingYet = { offset: 0, validator: null, totalBytes: null };

const headOf = async ({ status, body }: DownloadAnswer): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // A file without a byte has no such range.
  if (status === 416) return new Uint8Array();
  for await (const piece of body) {
    pieces.push(piece);
    length += piece.length;
    if (length >= signatureBytes) break;
  }
  return Buffer.concat(pieces).subarray(0, signatureBytes);
};

/** Rejects when somebody waits for the next piece and none comes for so long. */
async function* untilSilence(
  body: AsyncIterable<Uint8Array>,
  silenceMs: number,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array> {
  const pieces = body[Symbol.asyncIterator]();
  try {
    for (;;) {
      const come = await withinSilence(pieces.next(), silenceMs, signal);
      if (come === null) throw new Error('timed out');
      if (come.done === true) return;
      yield come.value;
    }
  } finally {
    void pieces.return?.().catch(() => undefined);
  }
}
