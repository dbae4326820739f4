import { mediaIn } from '../core/media-signature.ts';
import type { SaveSource } from '../core/save-queue.ts';
import type { OpenViews } from './result-views.ts';

/** Larger than any small picture; what is larger is none. */
export const mostSourceBytes = 5 * 1024 * 1024;

const drawn: ReadonlySet<string> = new Set(['png', 'jpg', 'webp', 'gif', 'avif']);

/** All of a linked picture; null when it is too large, or begins like nothing that is drawn. Never rejects. */
export const pictureBytes = async (
  views: Pick<OpenViews, 'stream'>,
  source: SaveSource,
): Promise<Uint8Array | null> => {
  const ending = new AbortController();
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    const answer = await views.stream({ at: 'link', source }, null, ending.signal);
    if (!answer.ok || answer.value.status !== 200) return null;
    for await (const piece of answer.value.body) {
      pieces.push(piece);
      length += piece.length;
      if (length > mostSourceBytes) return null;
    }
  } catch {
    return null;
  } finally {
    ending.abort();
  }
  const all = Buffer.concat(pieces);
  return drawn.has(mediaIn(all)?.ending ?? '') ? all : null;
};
