import type {
  AppStatus,
  GatewayEntry,
  TaskEntry,
  WatchlistPatch,
  WatchlistView,
} from '../electron/shared/watchlist-view.ts';

/**
 * A view that patches change in place: with 10,000 tasks, a new list for every patch would cost more than the patch.
 * The whole view is put together when it is asked for.
 */
export class ViewCopy {
  #revision: number;
  #status: AppStatus;
  readonly #tasks: Map<string, TaskEntry>;
  readonly #gateways: Map<string, GatewayEntry>;
  #whole: WatchlistView;

  constructor(view: WatchlistView) {
    this.#revision = view.revision;
    this.#status = view.status;
    this.#tasks = new Map(view.tasks.map((task) => [task.id, task]));
    this.#gateways = new Map(view.gateways.map((gateway) => [gateway.id, gateway]));
    this.#whole = view;
  }

  get revision(): number {
    return this.#revision;
  }

  /** The same object until a patch has changed something. */
  get view(): WatchlistView {
    if (this.#whole.revision !== this.#revision)
      this.#whole = {
        revision: this.#revision,
        tasks: [...this.#tasks.values()],
        gateways: [...this.#gateways.values()],
        status: this.#status,
      };
    return this.#whole;
  }

  task(id: string): TaskEntry | null {
    return this.#tasks.get(id) ?? null;
  }

  gateway(id: string): GatewayEntry | null {
    return this.#gateways.get(id) ?? null;
  }

  /** Applies the patch that comes next; what a patch means is said by `applyPatch`. */
  apply(patch: WatchlistPatch): void {
    for (const task of patch.changedTasks) this.#tasks.set(task.id, task);
    for (const id of patch.removedTasks) this.#tasks.delete(id);
    for (const gateway of patch.changedGateways) this.#gateways.set(gateway.id, gateway);
    for (const id of patch.removedGateways) this.#gateways.delete(id);
    this.#status = patch.status ?? this.#status;
    this.#revision = patch.to;
  }
}
