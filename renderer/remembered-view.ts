import { type Filter, filters } from './grouping.ts';
import { type Sort, sorts } from './sorting.ts';

/** How the list was looked at last. */
export interface RememberedView {
  readonly filter: Filter;
  readonly sort: Sort;
}

export interface ViewMemory {
  read(): RememberedView;
  write(view: RememberedView): void;
}

const firstView: RememberedView = { filter: 'all', sort: 'newest' };

export const forgetfulMemory: ViewMemory = { read: () => firstView, write: () => undefined };

const key = 'list-view';

/** Over the page's own storage. What it does not understand counts as nothing. */
export const createViewMemory = (storage: Pick<Storage, 'getItem' | 'setItem'>): ViewMemory => ({
  read: () => {
    const [filter, sort] = (storage.getItem(key) ?? '').split(' ');
    return {
      filter: filters.find((one) => one === filter) ?? firstView.filter,
      sort: sorts.find((one) => one === sort) ?? firstView.sort,
    };
  },
  write: ({ filter, sort }) => storage.setItem(key, `${filter} ${sort}`),
});
