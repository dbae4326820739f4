import type { ShownResult } from '../core/previews.ts';
import type { Media } from '../core/media-signature.ts';
import type { ResultAddress } from './result-address.ts';
import type { OpenViews } from './result-views.ts';

export interface ResponsesDependencies {
  readonly shown: (taskId: string) => Promise<ShownResult | null>;
  /** A JPEG. */
  readonly picture: (taskId: string) => Promise<Uint8Array | null>;
  readonly views: Pick<OpenViews, 'stream'>;
}

export type ResultResponses = (address: ResultAddress, range: string | null) => Promise<Response>;

const streamed = async (
  views: Pick<OpenViews, 'stream'>,
  { place, media }: ShownResult,
  range: string | null,
): Promise<Response> => {
  const reading = new AbortController();
  const answer = await views.stream(place, range, reading.signal);
  if (!answer.ok) return notHere();
  const { status, headers, body } = answer.value;
  const known = passedOn.flatMap(([name, pattern]): [string, string][] => {
    const value = headers[name];
    return value !== undefined && pattern.test(value) ? [[name, value]] : [];
  });
  return new Response(readableOf(body, reading), {
    status,
    headers: { ...common, 'Content-Type': contentTypeOf(media), ...Object.fromEntries(known) },
  });
};

/**
 * A result, or the piece of it that a Range header names: nothing is gathered here, and all ends with the reader.
 * Never rejects.
 */
export const resultResponse = (...asked: Parameters<typeof streamed>): Promise<Response> =>
  streamed(...asked).catch(notHere);

/** What the window gets under the address of a result. */
export const createResultResponses =
  ({ shown, picture, views }: ResponsesDependencies): ResultResponses =>
  async ({ kind, taskId }, range) => {
    if (kind === 'pictures') {
      const bytes = await picture(taskId);
      const headers = { ...common, 'Content-Type': 'image/jpeg' };
      return bytes === null ? notHere() : new Response(Buffer.from(bytes), { headers });
    }
    const result = await shown(taskId);
    return result === null ? notHere() : resultResponse(views, result, range);
  };

const notHere = (): Response => new Response(null, { status: 404 });

const common = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; sandbox",
  'X-Content-Type-Options': 'nosniff',
};

/** Of what a stranger's server says, only what a player needs, in the one form that it has. */
const passedOn: readonly (readonly [string, RegExp])[] = [
  ['content-range', /^bytes (?:\d{1,15}-\d{1,15}|\*)\/(?:\d{1,15}|\*)$/],
  ['content-length', /^\d{1,15}$/],
  ['accept-ranges', /^bytes$/],
];

const readableOf = (
  body: AsyncIterable<Uint8Array>,
  reading: AbortController,
): ReadableStream<Uint8Array> => {
  const pieces = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const come = await pieces.next();
        if (come.done === true) controller.close();
        else controller.enqueue(come.value);
      },
      cancel: () => {
        reading.abort();
        void pieces.return?.().catch(() => undefined);
      },
    },
    // Nothing is asked for ahead of the reader.
    { highWaterMark: 0 },
  );
};

/** Told from what the bytes are, and not from what a server says. */
const contentTypeOf = ({ kind, ending }: Media): string =>
  contentTypes[ending] ?? (kind === 'audio' ? 'audio/mpeg' : kind === 'video' ? 'video/mp4' : 'image/png');

const contentTypes: Readonly<Record<string, string>> = {
  webm: 'video/webm',
  mkv: 'video/x-matroska',
  mov: 'video/mp4',
  avi: 'video/x-msvideo',
  gif: 'image/gif',
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  avif: 'image/avif',
  heic: 'image/heic',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  ogg: 'audio/ogg',
  flac: 'audio/flac',
};
