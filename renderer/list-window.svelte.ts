import type { TaskGroup } from './grouping.ts';
import { headHeight, placedGroups, rowHeight, scrollTopFor } from './list-layout.ts';

interface Listed {
  readonly groups: readonly TaskGroup[];
  /** A row that is there also when it is far off. */
  readonly keptId: string | null;
}

/** So many rows above and below what is seen are there already when the list is scrolled. */
const rowsAround = 8;

/** The part of the list that is drawn. With 10,000 rows in the page, every change to it would be slow. */
export class ListWindow {
  /** Of the scrolled box, in CSS pixels. */
  height = $state(0);
  #scrollTop = $state(0);
  readonly #listed: () => Listed;
  /** Changes a row at a time, so that what is drawn does not change with every pixel. */
  readonly #firstRow = $derived(Math.floor(this.#scrollTop / rowHeight));
  readonly groups = $derived.by(() => {
    const { groups, keptId } = this.#listed();
    const from = (this.#firstRow - rowsAround) * rowHeight;
    const to = (this.#firstRow + 1 + rowsAround) * rowHeight + this.height;
    return placedGroups(groups, { from, to }, keptId);
  });

  constructor(listed: () => Listed) {
    this.#listed = listed;
  }

  /** What a key for a page moves by: what is seen below the head, less a row to go on from. */
  get rowsOfPage(): number {
    return Math.max(1, Math.floor((this.height - headHeight) / rowHeight) - 1);
  }

  /** The box was scrolled to there. */
  scrolledTo(top: number): void {
    this.#scrollTop = top;
  }

  /** Where the box must be scrolled to so that the row is seen; null when it is not in the list. */
  scrollTopFor(id: string): number | null {
    return scrollTopFor(this.#listed().groups, id, this.#scrollTop, this.height);
  }
}
