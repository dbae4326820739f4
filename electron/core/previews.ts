import type { PlayedKind, PlayTrouble } from '../shared/looking.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { SaveTrouble } from '../shared/saving.ts';
import type { FetchFreshLinks } from './fresh-links.ts';
import type { ResultPlace, ResultViews } from './looking-ports.ts';
import type { Media } from './media-signature.ts';
import type { SaveSource } from './save-queue.ts';
import { isOfLink } from './save-retries.ts';
import type { Saving } from './saving.ts';
import type { Watchlist } from './watchlist.ts';

export interface PreviewsDependencies {
  readonly watchlist: Pick<Watchlist, 'task'>;
  readonly saving: Pick<Saving, 'savedFile'>;
  readonly sourceOf: (taskId: string) => Promise<Result<SaveSource, SaveTrouble>>;
  readonly freshLinks: FetchFreshLinks;
  readonly views: ResultViews;
}

/** A result that may be streamed to the window. */
export interface ShownResult {
  readonly place: ResultPlace;
  readonly media: Media;
}

/** Lets the user look at results: from the saved file when there is one, else from the link. */
export interface Previews {
  /** Looks at what the result begins with. From then on it may be streamed, until the task is removed. */
  play(taskId: string): Promise<Result<PlayedKind, PlayTrouble>>;
  /** What to stream; null unless it was looked at and is still to be had. */
  shown(taskId: string): Promise<ShownResult | null>;
  tasksRemoved(taskIds: Iterable<string>): void;
}

export const createPreviews = (dependencies: PreviewsDependencies): Previews => {
  const { watchlist, saving, sourceOf, freshLinks, views } = dependencies;
  const looked = new Map<string, Media>();

  const placeOf = async (taskId: string): Promise<Result<ResultPlace, SaveTrouble>> => {
    const path = await saving.savedFile(taskId);
    if (path !== null) return ok({ at: 'file', path });
    const source = await sourceOf(taskId);
    return source.ok ? ok({ at: 'link', source: source.value }) : source;
  };

  const look = async (taskId: string): Promise<Result<Media, SaveTrouble>> => {
    const place = await placeOf(taskId);
    return place.ok ? views.mediaAt(place.value) : place;
  };

  // A task that was removed has no address any more, though its file may still be known.
  const isReady = (taskId: string): boolean => watchlist.task(taskId)?.report?.phase === 'succeeded';

  return {
    play: async (taskId) => {
      looked.delete(taskId);
      if (!isReady(taskId)) return failed('not-ready');
      let media = await look(taskId);
      if (!media.ok && isOfLink(media.trouble) && (await freshLinks(taskId))) media = await look(taskId);
      if (!media.ok) return failed(playTroubles[media.trouble]);
      if (!isReady(taskId)) return failed('not-ready');
      looked.set(taskId, media.value);
      return ok(media.value.kind === 'moving-image' ? 'image' : media.value.kind);
    },
    shown: async (taskId) => {
      const media = looked.get(taskId);
      if (media === undefined || !isReady(taskId)) return null;
      const place = await placeOf(taskId);
      return place.ok ? { place: place.value, media } : null;
    },
    tasksRemoved: (taskIds) => {
      for (const taskId of taskIds) looked.delete(taskId);
    },
  };
};

/** Whoever only wants to look needs fewer words than whoever saves. Those of the disk do not come up here. */
const playTroubles: Readonly<Record<SaveTrouble, PlayTrouble>> = {
  'no-network': 'offline',
  'unknown-host': 'offline',
  unreachable: 'no-answer',
  insecure: 'not-safe',
  'timed-out': 'no-answer',
  'server-error': 'in-trouble',
  'rate-limited': 'in-trouble',
  refused: 'refused',
  'no-key': 'needs-key',
  'keyring-locked': 'needs-key',
  'keyring-absent': 'needs-key',
  'keyring-failed': 'needs-key',
  'key-file-locked': 'needs-key',
  'key-file-damaged': 'needs-key',
  'key-file-failed': 'needs-key',
  stopped: 'no-answer',
  'no-link': 'link-ended',
  'link-ended': 'link-ended',
  gone: 'link-ended',
  'not-a-video': 'not-a-video',
  empty: 'not-a-video',
  'too-large': 'not-a-video',
  'cut-off': 'no-answer',
  incomplete: 'no-answer',
  redirects: 'not-a-video',
  'unsafe-address': 'not-safe',
  'no-folder': 'not-ready',
  'not-writable': 'not-ready',
  'disk-full': 'not-ready',
};
