import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { idBeside } from './chosen-ids.ts';
import { countsOf, type Filter, grouped } from './grouping.ts';
import { ListWindow } from './list-window.svelte.ts';
import { amongThem, matching, prepareSearch, wordsOf } from './matching.ts';
import { forgetfulMemory, type ViewMemory } from './remembered-view.ts';
import { Selection } from './selection.svelte.ts';
import type { Sort } from './sorting.ts';
import type { Watchlist } from './watchlist.svelte.ts';

export type Step = 'previous' | 'next' | 'first' | 'last' | 'page-up' | 'page-down';

const noTasks: readonly TaskEntry[] = [];

/** Which tasks the list shows, in which order, and which of them are selected. */
export class TaskList {
  query = $state('');
  /** When set, only these: what ended since the user was away. */
  awayIds: readonly string[] | null = $state.raw(null);
  /** The row to point out, and how often one was: the same row can be pointed out twice. */
  revealed = $state.raw({ id: '', times: 0 });

  readonly #watchlist: Watchlist;
  readonly #memory: ViewMemory;
  #filter: Filter = $state('all');
  #sort: Sort = $state('newest');
  #searching = $state(false);
  #selectedId: string | null = $state(null);
  readonly #tasks = $derived.by(() => {
    const all = this.#watchlist.view?.tasks ?? noTasks;
    return this.awayIds === null ? all : amongThem(all, this.awayIds);
  });
  readonly #matches = $derived.by(() => matching(this.#tasks, this.query));
  /** The words of the query, to be marked where they are found. */
  readonly words = $derived(wordsOf(this.query));
  readonly counts = $derived(countsOf(this.#matches));
  readonly groups = $derived.by(() => grouped(this.#matches, this.filter, this.sort));
  readonly order = $derived(this.groups.flatMap((group) => group.tasks.map((task) => task.id)));
  readonly chosen = new Selection(() => this.order);
  readonly window = new ListWindow(() => ({ groups: this.groups, keptId: this.selectedId }));

  constructor(watchlist: Watchlist, memory: ViewMemory = forgetfulMemory) {
    this.#watchlist = watchlist;
    this.#memory = memory;
    const { filter, sort } = memory.read();
    this.#filter = filter;
    this.#sort = sort;
  }

  get filter(): Filter {
    return this.#filter;
  }

  set filter(filter: Filter) {
    this.#filter = filter;
    this.#memory.write({ filter, sort: this.#sort });
  }

  get sort(): Sort {
    return this.#sort;
  }

  set sort(sort: Sort) {
    this.#sort = sort;
    this.#memory.write({ filter: this.#filter, sort });
  }

  /** Whether the search field is open. */
  get searching(): boolean {
    return this.#searching;
  }

  set searching(searching: boolean) {
    if (searching) prepareSearch(this.#tasks);
    this.#searching = searching;
  }

  /** The row that the keys act on. */
  get selectedId(): string | null {
    return this.#selectedId;
  }

  /** Ends a choice of several. */
  set selectedId(id: string | null) {
    this.chosen.clear();
    this.#selectedId = id;
  }

  isSelected(id: string): boolean {
    return this.chosen.isEmpty ? id === this.#selectedId : this.chosen.has(id);
  }

  /** Moves the selection. Without one, it goes to the first row, or to the last when asked for that. */
  select(step: Step): void {
    this.selectedId = this.#at(step);
  }

  /** Moves the focus to another row and leaves the choice as it is. */
  move(step: Step): void {
    this.chosen.hold(this.#selectedId);
    this.#selectedId = this.#at(step);
  }

  /** Chooses all from where the choice began to the row that the step leads to. */
  extend(step: Step): void {
    const id = this.#at(step);
    if (id !== null) this.extendTo(id);
  }

  extendTo(id: string): void {
    this.chosen.extendTo(id, this.#selectedId);
    this.#selectedId = id;
  }

  toggle(id: string): void {
    this.chosen.toggle(id, this.#selectedId);
    this.#selectedId = id;
  }

  #at(step: Step): string | null {
    const at = this.#selectedId === null ? -1 : this.order.indexOf(this.#selectedId);
    const last = this.order.length - 1;
    const page = this.window.rowsOfPage;
    const target = {
      previous: at - 1,
      next: at + 1,
      first: 0,
      last,
      'page-up': at - page,
      'page-down': at + page,
    }[step];
    return this.order[Math.min(last, Math.max(0, target))] ?? null;
  }

  /** Selects what will stand in the place of the rows that are about to go. */
  selectBeside(ids: readonly string[]): void {
    this.selectedId = idBeside(this.order, ids);
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
