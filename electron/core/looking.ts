import type { PicturesChoice } from '../shared/looking.ts';
import type { PictureShelf, ResultViews } from './looking-ports.ts';
import { createPictures, type Pictures, type PicturesDependencies } from './pictures.ts';
import { createPreviews, type Previews } from './previews.ts';
import { createSaveSource, type SaveSourceDependencies } from './save-source.ts';
import type { Saving } from './saving.ts';

export interface LookingDependencies extends SaveSourceDependencies {
  readonly clock: SaveSourceDependencies['clock'] & PicturesDependencies['clock'];
  readonly watchlist: SaveSourceDependencies['watchlist'] & PicturesDependencies['watchlist'];
  readonly store: PicturesDependencies['store'];
  readonly saving: Pick<Saving, 'savedFile'>;
  readonly resultViews: ResultViews;
  readonly pictureShelf: PictureShelf;
}

/** Results in the window: as a whole when the user asks, and small in the rows. */
export interface Looking extends Pick<Previews, 'play' | 'shown'> {
  restore(): void;
  choosePictures(choice: PicturesChoice): void;
  picture: Pictures['of'];
  tasksRemoved(taskIds: readonly string[]): void;
}

export const createLooking = (dependencies: LookingDependencies): Looking => {
  const previews = createPreviews({
    ...dependencies,
    sourceOf: createSaveSource(dependencies),
    views: dependencies.resultViews,
  });
  const pictures = createPictures({
    ...dependencies,
    // No gateway is asked anew for the sake of a small picture.
    thumbnailOf: createSaveSource(
      { ...dependencies, freshLinks: () => Promise.resolve(false) },
      (links) => links.find(({ kind }) => kind === 'thumbnail') ?? null,
    ),
    shelf: dependencies.pictureShelf,
  });
  return {
    play: (taskId) => previews.play(taskId),
    shown: (taskId) => previews.shown(taskId),
    restore: () => pictures.restore(),
    choosePictures: (choice) => pictures.choose(choice),
    picture: (taskId) => pictures.of(taskId),
    tasksRemoved: (taskIds) => {
      previews.tasksRemoved(taskIds);
      pictures.tasksRemoved(taskIds);
    },
  };
};
