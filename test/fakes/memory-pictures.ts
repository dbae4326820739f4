import type { PictureShelf, ResultPlace, ResultViews } from '../../electron/core/looking-ports.ts';
import { failed, ok, type Result } from '../../electron/shared/result.ts';
import type { Media } from '../../electron/core/media-signature.ts';
import type { SaveTrouble } from '../../electron/shared/saving.ts';

/** Results that are looked at, and the small pictures of them, in memory. */
export interface MemoryPictures {
  /** What stands at a path or a link; nothing stands elsewhere. */
  readonly media: Map<string, Result<Media, SaveTrouble>>;
  /** What can be made of what stands at a path or a link. */
  readonly drawable: Map<string, Uint8Array>;
  /** The paths and links that were asked for, oldest first. */
  readonly asked: string[];
  readonly kept: Map<string, Uint8Array>;
  readonly views: ResultViews;
  readonly shelf: PictureShelf;
}

export const nameOf = (place: ResultPlace): string =>
  place.at === 'file' ? place.path : place.source.link.url;

export const film: Result<Media, SaveTrouble> = ok({ kind: 'video', ending: 'mp4' });

export const createMemoryPictures = (): MemoryPictures => {
  const pictures: MemoryPictures = {
    media: new Map(),
    drawable: new Map(),
    asked: [],
    kept: new Map(),
    views: {
      mediaAt: (place) => {
        pictures.asked.push(nameOf(place));
        return Promise.resolve(pictures.media.get(nameOf(place)) ?? failed('gone'));
      },
    },
    shelf: {
      read: (taskId) => Promise.resolve(pictures.kept.get(taskId) ?? null),
      make: (taskId, place) => {
        pictures.asked.push(nameOf(place));
        const picture = pictures.drawable.get(nameOf(place)) ?? null;
        if (picture !== null) pictures.kept.set(taskId, picture);
        return Promise.resolve(picture);
      },
      drop: (taskIds) => {
        for (const taskId of taskIds) pictures.kept.delete(taskId);
        return Promise.resolve();
      },
      empty: () => {
        pictures.kept.clear();
        return Promise.resolve();
      },
    },
  };
  return pictures;
};
