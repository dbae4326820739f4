import type { TaskStore } from './store-ports.ts';

const writes = [
  'saveGateway',
  'savePause',
  'removeGateway',
  'addTasks',
  'record',
  'announce',
  'keep',
  'noteTaken',
  'markSeen',
  'removeTasks',
  'restoreTasks',
  'forgetRemoved',
  'markTold',
  'putSave',
  'dropSave',
  'saveCustomDialect',
  'removeCustomDialect',
  'saveSetting',
  'importAll',
  'savePushTarget',
  'removePushTarget',
  'notePush',
] as const satisfies readonly (keyof TaskStore)[];

/** The same store, with something done around each of its writes. */
export const aroundWrites = (store: TaskStore, around: <Value>(write: () => Value) => Value): TaskStore => {
  const wrapped = writes.map((name) => {
    const call = (args: readonly unknown[]): unknown =>
      (store[name] as (...given: readonly unknown[]) => unknown)(...args);
    return [name, (...args: readonly unknown[]) => around(() => call(args))] as const;
  });
  return { ...store, ...Object.fromEntries(wrapped) };
};
