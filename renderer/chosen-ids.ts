type Ids = ReadonlySet<string>;

export const noIds: Ids = new Set();

/** All from the one to the other, whichever comes first; only `to` where `from` is not in the order. */
export const idsBetween = (order: readonly string[], from: string, to: string): Ids => {
  const [one, other] = [order.indexOf(from), order.indexOf(to)];
  if (one === -1 || other === -1) return new Set([to]);
  return new Set(order.slice(Math.min(one, other), Math.max(one, other) + 1));
};

/** With this id, or without it when it was among them. */
export const toggled = (ids: Ids, id: string): Ids => {
  const after = new Set(ids);
  if (!after.delete(id)) after.add(id);
  return after;
};

export const idsOf = (ids: readonly string[]): Ids => new Set(ids);

/** What stands beside these ids and is none of them: what comes after the first of them, else what comes before. */
export const idBeside = (order: readonly string[], ids: readonly string[]): string | null => {
  const going = new Set(ids);
  const stays = (id: string): boolean => !going.has(id);
  const at = order.findIndex((id) => going.has(id));
  return order.slice(at + 1).find(stays) ?? order.slice(0, Math.max(0, at)).findLast(stays) ?? null;
};
