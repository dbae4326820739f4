import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { countsOf, type Filter, grouped } from './grouping.ts';
import { amongThem, matching } from './matching.ts';
import type { Watchlist } from './watchlist.svelte.ts';

export type Step = 'previous' | 'next' | 'first' | 'last';

const noTasks: readonly TaskEntry[] = [];

/** Which tasks the list shows, and which one is selected. */
export class TaskList {
  filter: Filter = $state('all');
  query = $state('');
  /** When set, only these: what ended since the user was away. */
  awayIds: readonly string[] | null = $state.raw(null);
  /** Whether the search field is open. */
  searching = $state(false);
  selectedId: string | null = $state(null);
  /** The row to point out, and how often one was: the same row can be pointed out twice. */
  revealed = $state.raw({ id: '', times: 0 });

  readonly #watchlist: Watchlist;
  readonly #tasks = $derived.by(() => {
    const all = this.#watchlist.view?.tasks ?? noTasks;
    return this.awayIds === null ? all : amongThem(all, this.awayIds);
  });
  readonly #matches = $derived.by(() => matching(this.#tasks, this.query));
  readonly counts = $derived(countsOf(this.#matches));
  readonly groups = $derived(grouped(this.#matches, this.filter));
  readonly order = $derived(this.groups.flatMap((group) => group.tasks.map((task) => task.id)));

  constructor(watchlist: Watchlist) {
    this.#watchlist = watchlist;
  }

  /** Moves the selection. Without one, it goes to the first row, or to the last when asked for that. */
  select(step: Step): void {
    const at = this.selectedId === null ? -1 : this.order.indexOf(this.selectedId);
    const last = this.order.length - 1;
    const target = { previous: Math.max(0, at - 1), next: Math.min(last, at + 1), first: 0, last }[step];
    this.selectedId = this.order[target] ?? null;
  }

  /** Selects what will stand in the place of the row that is about to go. */
  selectBeside(id: string): void {
    const at = this.order.indexOf(id);
    this.selectedId = this.order[at + 1] ?? this.order[at - 1] ?? null;
  }

  /** Makes sure that the row can be seen, selects it and points it out. */
  reveal(id: string): void {
    if (!this.order.includes(id)) {
      this.showAll();
    }
    this.selectedId = id;
    this.revealed = { id, times: this.revealed.times + 1 };
  }

  /** Shows these tasks and no others, whatever was shown before. */
  showSinceAway(taskIds: readonly string[]): void {
    this.showAll();
    this.awayIds = taskIds;
    this.selectedId = null;
  }

  showAll(): void {
    this.filter = 'all';
    this.awayIds = null;
    this.endSearch();
  }

  endSearch(): void {
    this.searching = false;
    this.query = '';
  }
}
