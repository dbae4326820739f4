import type { Looking } from '../core/looking.ts';
import type { PictureShelf, ResultViews } from '../core/looking-ports.ts';
import { once } from '../core/once.ts';
import type { ResultResponses } from './result-responses.ts';

/** What looking at results needs, brought in when the first one is looked at: a start does without it. */
export interface LazyLooking {
  readonly resultViews: ResultViews;
  readonly pictureShelf: PictureShelf;
  readonly respondWith: (looking: Pick<Looking, 'shown' | 'picture'>) => ResultResponses;
}

export const createLazyLooking = (folder: string): LazyLooking => {
  const there = once(async () => {
    const { createElectronLooking, createResultResponses } = await import('./electron-looking.ts');
    return { ...createElectronLooking(folder), createResultResponses };
  });
  return {
    resultViews: { mediaAt: async (place) => (await there()).views.mediaAt(place) },
    pictureShelf: {
      read: async (taskId) => (await there()).shelf.read(taskId),
      make: async (taskId, place) => (await there()).shelf.make(taskId, place),
      drop: async (taskIds) => (await there()).shelf.drop(taskIds),
      empty: async () => (await there()).shelf.empty(),
    },
    respondWith: (looking) => async (address, range) => {
      const { views, createResultResponses } = await there();
      return createResultResponses({ ...looking, views })(address, range);
    },
  };
};
