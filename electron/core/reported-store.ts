import type { TaskStore } from './ports.ts';
import { StoreFailure } from './store-failure.ts';

/** The same store, telling after every write whether it worked: null, or the sentence that says why not. */
export const createReportedStore = (
  store: TaskStore,
  report: (trouble: string | null) => void,
): TaskStore => {
  const reported = <Value>(write: () => Value): Value => {
    try {
      const value = write();
      report(null);
      return value;
    } catch (error) {
      if (error instanceof StoreFailure) report(error.message);
      throw error;
    }
  };
  return {
    ...store,
    saveGateway: (gateway) => reported(() => store.saveGateway(gateway)),
    savePause: (gatewayId, pause) => reported(() => store.savePause(gatewayId, pause)),
    removeGateway: (gatewayId) => reported(() => store.removeGateway(gatewayId)),
    addTasks: (tasks) => reported(() => store.addTasks(tasks)),
    record: (recorded) => reported(() => store.record(recorded)),
    announce: (announcement) => reported(() => store.announce(announcement)),
    noteTaken: (taskId, at) => reported(() => store.noteTaken(taskId, at)),
    keep: (taskIds, at) => reported(() => store.keep(taskIds, at)),
    markSeen: (taskIds, at) => reported(() => store.markSeen(taskIds, at)),
    removeTasks: (taskIds, at) => reported(() => store.removeTasks(taskIds, at)),
    restoreTasks: (taskIds) => reported(() => store.restoreTasks(taskIds)),
    markTold: (announcementIds, at) => reported(() => store.markTold(announcementIds, at)),
    saveSetting: (name, value) => reported(() => store.saveSetting(name, value)),
  };
};
