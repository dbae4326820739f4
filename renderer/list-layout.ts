import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import type { GroupName, TaskGroup } from './grouping.ts';

/** Heights in CSS pixels. The styles of row and head hold to them. */
export const rowHeight = 60;
export const headHeight = 32;

export interface PlacedRow {
  readonly task: TaskEntry;
  /** From the top of its group. */
  readonly top: number;
  /** From 1, among all rows of the list. */
  readonly position: number;
}

/** A group as tall as all its rows are, with those of them that are near the part that is seen. */
export interface PlacedGroup {
  readonly name: GroupName;
  readonly height: number;
  readonly rows: readonly PlacedRow[];
}

/** Where rows may be seen, from the top of the list. */
export interface Seen {
  readonly from: number;
  readonly to: number;
}

/** A row that is kept also when it is far off, because the focus is on it, is named by `keptId`. */
export const placedGroups = (
  groups: readonly TaskGroup[],
  seen: Seen,
  keptId: string | null,
): readonly PlacedGroup[] => {
  let top = 0;
  let before = 0;
  return groups.map(({ name, tasks }) => {
    const rowAt = (y: number): number =>
      Math.min(tasks.length, Math.max(0, Math.floor((y - firstRowTop) / rowHeight)));
    const firstRowTop = top + headHeight;
    const [first, end] = [rowAt(seen.from), rowAt(seen.to + rowHeight)];
    const place = (task: TaskEntry, at: number): PlacedRow => ({
      task,
      top: headHeight + at * rowHeight,
      position: before + at + 1,
    });
    const rows = tasks.slice(first, end).map((task, at) => place(task, first + at));
    const kept = keptId === null ? -1 : tasks.findIndex(({ id }) => id === keptId);
    const keptTask = kept < first || kept >= end ? tasks[kept] : undefined;
    if (keptTask) {
      // In the order of the list, which is the order in which it is read out.
      if (kept < first) rows.unshift(place(keptTask, kept));
      else rows.push(place(keptTask, kept));
    }
    const height = headHeight + tasks.length * rowHeight;
    top += height;
    before += tasks.length;
    return { name, height, rows };
  });
};

/** Where the list must be scrolled to so that the row is seen whole below its head; null when it is not in the list. */
export const scrollTopFor = (
  groups: readonly TaskGroup[],
  id: string,
  scrollTop: number,
  height: number,
): number | null => {
  let top = 0;
  for (const { tasks } of groups) {
    const at = tasks.findIndex((task) => task.id === id);
    if (at !== -1) {
      const rowTop = top + headHeight + at * rowHeight;
      // The first row brings the head of its group along.
      if (rowTop - headHeight < scrollTop) return rowTop - headHeight;
      return Math.max(scrollTop, rowTop + rowHeight - height);
    }
    top += headHeight + tasks.length * rowHeight;
  }
  return null;
};
