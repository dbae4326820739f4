/** The first few entries in the order of `compare`, without sorting the rest. */
export const firstBy = <Entry>(
  entries: Iterable<Entry>,
  count: number,
  compare: (a: Entry, b: Entry) => number,
): readonly Entry[] => {
  const first: Entry[] = [];
  for (const entry of entries) {
    const last = first.at(-1);
    // Most of a long list comes after all that is kept.
    if (first.length === count && (last === undefined || compare(entry, last) >= 0)) continue;
    const after = first.findIndex((kept) => compare(entry, kept) < 0);
    if (after >= 0) first.splice(after, 0, entry);
    else if (first.length < count) first.push(entry);
    if (first.length > count) first.pop();
  }
  return first;
};
