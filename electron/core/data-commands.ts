import { demoId, realGateways } from '../shared/demo.ts';
import type { Gateway } from '../shared/gateway.ts';
import type { BinEntry, ExportFormat, Imported, MovedGateway, MovedList } from '../shared/moves.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { isSettled } from '../shared/task.ts';
import type { DialectCommands } from './custom-dialects.ts';
import { freeName } from './free-name.ts';
import { checkedDraft } from './gateway-draft.ts';
import {
  csvHead,
  csvLine,
  jsonHead,
  jsonLine,
  jsonTail,
  listedMoveOf,
  movedGatewayOf,
} from './moved-list.ts';
import type { OlderTasks } from './older-tasks.ts';
import { originOf } from './origin.ts';
import type { Clock, MakeId } from './ports.ts';
import type { MovedTask, TaskStore } from './store-ports.ts';
import type { Watchlist } from './watchlist.ts';

export interface DataCommandsDependencies {
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly store: Pick<TaskStore, 'page' | 'find' | 'importAll' | 'tasks' | 'bin' | 'forgetRemoved'>;
  readonly watchlist: Watchlist;
  readonly older: OlderTasks;
  readonly dialects: Pick<DialectCommands, 'list' | 'named' | 'definition' | 'isUsable' | 'take'>;
  readonly remove: (taskIds: readonly string[]) => void;
  /** Asks about a task that has come and has not ended. */
  readonly plan: (taskId: string, gatewayId: string) => void;
}

export interface ImportRefusal {
  readonly kind: 'gateway' | 'dialect';
  readonly name: string;
}

/** The whole list as it leaves and comes. */
export interface DataCommands {
  /** The text of the file, in pieces, so that other work gets its turn in between. */
  exported(format: ExportFormat): AsyncGenerator<string, void>;
  /** All of it, or nothing. What is in the list already stays as it is. */
  import(list: MovedList): Result<Imported, ImportRefusal>;
  /** What was removed in the last 30 days. */
  bin(): readonly BinEntry[];
  /** Ends the time of what was removed so long ago. */
  tidy(): void;
  /** Removes the listed tasks that have ended; their ids. */
  clearEnded(): readonly string[];
}

const tasksAPiece = 200;
const anyDialect = 'relay';
const mostBinned = 500;

export const createDataCommands = (dependencies: DataCommandsDependencies): DataCommands => {
  const { clock, makeId, store, watchlist, older, dialects } = dependencies;

  const ownDialects = () => dialects.list().flatMap(({ id }) => dialects.definition(id) ?? []);

  const gatewayFor = (
    moved: MovedGateway,
    others: readonly Gateway[],
    dialectIds: ReadonlySet<string>,
  ): Gateway | null => {
    const atAddress = others.filter(({ baseUrl }) => baseUrl === moved.baseUrl);
    // The address has to be the same: a file must not lead a stored key to another place.
    const same = atAddress.find(({ id, name }) => id === moved.id || name === moved.name);
    if (same !== undefined) return same;
    const checked = checkedDraft(
      { ...moved, name: freeName(moved.name, others), key: null },
      {
        others,
        // One that comes with this import is not known yet; that there is one is all that is asked.
        dialectNamed: (id) => dialects.named(dialectIds.has(id) ? anyDialect : id),
        keyOrigin: originOf(moved.baseUrl),
      },
    );
    return checked.ok ? { ...checked.value, id: makeId(), keyHint: null } : null;
  };

  const importList = (list: MovedList): Result<Imported, ImportRefusal> => {
    const freshDialects = list.dialects.filter(({ id }) => dialects.definition(id) === null);
    for (const dialect of freshDialects) {
      if (!dialects.isUsable(dialect)) return failed({ kind: 'dialect', name: dialect.label });
    }
    const dialectIds = new Set(freshDialects.map(({ id }) => id));
    const gatewayIds = new Map<string, string>();
    const freshGateways: Gateway[] = [];
    for (const moved of list.gateways) {
      const gateway = gatewayFor(moved, [...watchlist.gateways(), ...freshGateways], dialectIds);
      if (gateway === null) return failed({ kind: 'gateway', name: moved.name });
      gatewayIds.set(moved.id, gateway.id);
      if (watchlist.gateway(gateway.id) === null && !freshGateways.includes(gateway))
        freshGateways.push(gateway);
    }
    const tasks = list.tasks.flatMap((task): readonly MovedTask[] => {
      const gatewayId = gatewayIds.get(task.gateway) ?? '';
      if (store.find(gatewayId, [task.remoteId]).length > 0) return [];
      const { remoteId, addedAt, addedFrom, history, report, reportedAt, startedAt, finishedAt, seen } = task;
      const watched = { id: makeId(), gatewayId, remoteId, addedAt, addedFrom };
      const times = { reportedAt, startedAt, finishedAt };
      return [{ stored: { task: watched, report, ...times, pace: null, keptAt: null, seen }, history }];
    });
    store.importAll({ gateways: freshGateways, dialects: freshDialects, tasks });
    dialects.take(freshDialects);
    for (const gateway of freshGateways) watchlist.putGateway(gateway);
    const listed = store.tasks().filter(({ task }) => watchlist.task(task.id) === null);
    watchlist.putTasks(listed);
    older.count();
    for (const { task, report } of listed) {
      if (!isSettled(report)) dependencies.plan(task.id, task.gatewayId);
    }
    return ok({
      added: tasks.length,
      alreadyHere: list.tasks.length - tasks.length,
      gatewaysAdded: freshGateways.map(({ name }) => name),
    });
  };

  async function* exported(format: ExportFormat): AsyncGenerator<string, void> {
    // The demo begins anew wherever it is wanted.
    const gateways = realGateways(watchlist.gateways());
    const names = new Map(gateways.map(({ id, name }) => [id, name]));
    yield format === 'csv'
      ? csvHead
      : jsonHead({ gateways: gateways.map(movedGatewayOf), dialects: ownDialects() }, clock.now());
    let isFirst = true;
    for (let place: number | null = 0; place !== null;) {
      const { tasks, next }: ReturnType<TaskStore['page']> = store.page(place, tasksAPiece);
      const lines = tasks.map(listedMoveOf).flatMap((task) => {
        if (task.gateway === demoId) return [];
        if (format === 'csv') return csvLine(task, names.get(task.gateway) ?? task.gateway);
        const line = jsonLine(task, isFirst);
        isFirst = false;
        return line;
      });
      yield lines.join('');
      place = next;
      await new Promise<void>((resolve) => void clock.after(0, resolve));
    }
    if (format === 'json') yield jsonTail;
  }

  return {
    exported,
    import: importList,
    bin: () =>
      store.bin(mostBinned).map(({ stored: { task, report }, removedAt }) => ({
        id: task.id,
        gateway: watchlist.gateway(task.gatewayId)?.name ?? task.gatewayId,
        remoteId: task.remoteId,
        title: report?.title ?? task.remoteId,
        removedAt,
      })),
    tidy: () => store.forgetRemoved(clock.now()),
    clearEnded: () => {
      const ended = [...watchlist.tasks()]
        .filter(({ report }) => isSettled(report))
        .map(({ task }) => task.id);
      dependencies.remove(ended);
      return ended;
    },
  };
};
