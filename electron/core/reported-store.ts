import type { TaskStore } from './store-ports.ts';
import { StoreFailure } from './store-failure.ts';
import { aroundWrites } from './store-writes.ts';

/** The same store, telling after every write whether it worked: null, or the sentence that says why not. */
export const createReportedStore = (store: TaskStore, report: (trouble: string | null) => void): TaskStore =>
  aroundWrites(store, (write) => {
    try {
      const value = write();
      report(null);
      return value;
    } catch (error) {
      if (error instanceof StoreFailure) report(error.message);
      throw error;
    }
  });
