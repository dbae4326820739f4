import { mediaIn } from '../core/media-signature.ts';
import type { Clock } from '../core/ports.ts';

/** What is drawn: a picture or a film, whose bytes the page that draws asks for as it needs them. */
export interface Drawn {
  readonly kind: 'image' | 'video';
  readonly respond: (range: string | null) => Promise<Response>;
}

/** A page that is there for one picture. */
export interface DrawingPage {
  /** What was drawn, as a data URL; rejects when nothing can be. What strangers made may also keep it for ever. */
  readonly picture: Promise<unknown>;
  /** Resolves when there is nobody to draw any more. */
  readonly gone: Promise<unknown>;
  close(): void;
}

/** Resolves with a small JPEG, or null when nothing can be drawn. Never rejects. */
export type MakePicture = (drawn: Drawn) => Promise<Uint8Array | null>;

const longestMs = 15_000;
const largestJpeg = 300_000;

/** Has one picture drawn at a time, each on a page of its own, and none for long. */
export const createPictureMaker = (
  openPage: (drawn: Drawn) => DrawingPage,
  clock: Pick<Clock, 'after'>,
): MakePicture => {
  let last: Promise<unknown> = Promise.resolve();

  const make = async (drawn: Drawn): Promise<Uint8Array | null> => {
    const tooLong = Promise.withResolvers<null>();
    const stopWaiting = clock.after(longestMs, () => tooLong.resolve(null));
    let page: DrawingPage | null = null;
    try {
      page = openPage(drawn);
      return jpegIn(await Promise.race([page.picture, page.gone, tooLong.promise]));
    } catch {
      return null;
    } finally {
      stopWaiting();
      page?.close();
    }
  };

  return (drawn) => {
    const next = last.then(() => make(drawn));
    last = next;
    return next;
  };
};

const head = 'data:image/jpeg;base64,';

/** What comes out of that process is not believed either. */
const jpegIn = (made: unknown): Uint8Array | null => {
  if (typeof made !== 'string' || !made.startsWith(head) || made.length > largestJpeg) return null;
  const bytes = Buffer.from(made.slice(head.length), 'base64');
  return mediaIn(bytes)?.ending === 'jpg' ? bytes : null;
};
