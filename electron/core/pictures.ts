import { picturesChoices, type PicturesChoice } from '../shared/looking.ts';
import type { Result } from '../shared/result.ts';
import type { SaveTrouble } from '../shared/saving.ts';
import type { PictureShelf, ResultPlace } from './looking-ports.ts';
import type { Clock } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import type { SaveSource } from './save-queue.ts';
import type { Saving } from './saving.ts';
import type { Watchlist } from './watchlist.ts';

export interface PicturesDependencies {
  readonly clock: Pick<Clock, 'steady'>;
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly watchlist: Pick<Watchlist, 'task' | 'updateStatus'>;
  readonly saving: Pick<Saving, 'savedFile'>;
  /** Where the picture is to be had that a task's report names. */
  readonly thumbnailOf: (taskId: string) => Promise<Result<SaveSource, SaveTrouble>>;
  readonly shelf: PictureShelf;
}

/** Small pictures of results, as far as the user wants them. */
export interface Pictures {
  /** What was chosen before takes effect again. */
  restore(): void;
  choose(choice: PicturesChoice): void;
  /** A JPEG, made when it is asked for the first time; null when there is none. Never rejects. */
  of(taskId: string): Promise<Uint8Array | null>;
  tasksRemoved(taskIds: readonly string[]): void;
}

const settingName = 'pictures';

/** A picture that could not be had is not asked for again before this: rows come and go as a list is scrolled. */
const againAfterMs = 10 * 60_000;

export const createPictures = (dependencies: PicturesDependencies): Pictures => {
  const { clock, store, watchlist, saving, thumbnailOf, shelf } = dependencies;
  const missing = new Map<string, { readonly at: number; readonly of: string }>();
  const making = new Map<string, Promise<Uint8Array | null>>();

  const choice = (): PicturesChoice =>
    picturesChoices.find((one) => one === store.setting(settingName)) ?? 'saved';

  const placesOf = async (taskId: string): Promise<readonly ResultPlace[]> => {
    const chosen = choice();
    const report = watchlist.task(taskId)?.report;
    if (chosen === 'none' || report?.phase !== 'succeeded') return [];
    const isNamed = chosen === 'all' && report.links.some(({ kind }) => kind === 'thumbnail');
    const source = isNamed ? await thumbnailOf(taskId) : null;
    const path = await saving.savedFile(taskId);
    return [
      ...(source?.ok === true ? [{ at: 'link', source: source.value } as const] : []),
      ...(path === null ? [] : [{ at: 'file', path } as const]),
    ];
  };

  const made = async (taskId: string, places: readonly ResultPlace[]): Promise<Uint8Array | null> => {
    for (const place of places) {
      const picture = await shelf.make(taskId, place);
      if (picture === null) continue;
      if (choice() !== 'none' && watchlist.task(taskId) !== null) return picture;
      await shelf.drop([taskId]);
      return null;
    }
    missing.set(taskId, { at: clock.steady(), of: keyOf(places) });
    return null;
  };

  const isMissing = (taskId: string, places: readonly ResultPlace[]): boolean => {
    const known = missing.get(taskId);
    return known?.of === keyOf(places) && clock.steady() - known.at < againAfterMs;
  };

  const of = async (taskId: string): Promise<Uint8Array | null> => {
    const places = await placesOf(taskId);
    if (places.length === 0) return null;
    const kept = await shelf.read(taskId);
    if (kept !== null || isMissing(taskId, places)) return kept;
    const underWay = making.get(taskId) ?? made(taskId, places).finally(() => making.delete(taskId));
    making.set(taskId, underWay);
    return underWay;
  };

  return {
    restore: () => watchlist.updateStatus({ pictures: choice() }),
    choose: (chosen) => {
      store.saveSetting(settingName, chosen);
      watchlist.updateStatus({ pictures: chosen });
      if (chosen === 'none') void shelf.empty();
    },
    of,
    tasksRemoved: (taskIds) => {
      for (const taskId of taskIds) missing.delete(taskId);
      void shelf.drop(taskIds);
    },
  };
};

const keyOf = (places: readonly ResultPlace[]): string =>
  places.map((place) => (place.at === 'file' ? place.path : place.source.link.url)).join('\n');
