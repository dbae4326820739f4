/** Keys by when they are due, the earliest first; equal ones in the order in which they came. */
export interface DueHeap {
  /** Adds the key, or moves it. */
  set(key: string, dueAt: number): void;
  delete(key: string): boolean;
  dueAt(key: string): number | null;
  first(): { readonly key: string; readonly dueAt: number } | null;
  /** Every key in no particular order. */
  entries(): Iterable<{ readonly key: string; readonly dueAt: number }>;
  readonly size: number;
}

interface Node {
  readonly key: string;
  dueAt: number;
  order: number;
}

/** A binary heap that knows where each key stands: adding, moving and removing take O(log n). */
export const createDueHeap = (): DueHeap => {
  const nodes: Node[] = [];
  const places = new Map<string, number>();
  let order = 0;

  const isBefore = (a: Node, b: Node): boolean =>
    a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.order < b.order);

  const put = (node: Node, place: number): void => {
    nodes[place] = node;
    places.set(node.key, place);
  };

  const rise = (node: Node, from: number): number => {
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = nodes[above];
      if (parent === undefined || !isBefore(node, parent)) break;
      put(parent, place);
      place = above;
    }
    put(node, place);
    return place;
  };

  const sink = (node: Node, from: number): void => {
    let place = from;
    for (;;) {
      let below = 2 * place + 1;
      const left = nodes[below];
      if (left === undefined) break;
      const right = nodes[below + 1];
      const child = right !== undefined && isBefore(right, left) ? right : left;
      if (child === right) below += 1;
      if (!isBefore(child, node)) break;
      put(child, place);
      place = below;
    }
    put(node, place);
  };

  const settle = (node: Node, place: number): void => {
    if (rise(node, place) === place) sink(node, place);
  };

  return {
    set: (key, dueAt) => {
      const place = places.get(key);
      const known = place === undefined ? undefined : nodes[place];
      const node = known ?? { key, dueAt, order: 0 };
      node.dueAt = dueAt;
      node.order = order += 1;
      settle(node, place ?? nodes.length);
    },
    delete: (key) => {
      const place = places.get(key);
      if (place === undefined) return false;
      places.delete(key);
      const last = nodes.pop();
      if (last !== undefined && last.key !== key) settle(last, place);
      return true;
    },
    dueAt: (key) => {
      const place = places.get(key);
      return place === undefined ? null : (nodes[place]?.dueAt ?? null);
    },
    first: () => nodes[0] ?? null,
    entries: () => nodes,
    get size() {
      return nodes.length;
    },
  };
};
