const { compare } = new Intl.Collator(undefined, { numeric: true });

type RankOf = (name: string) => number;

/**
 * Says at which place a name comes among these, as the user's language has it. Comparing names is slow, and the list is
 * sorted anew with every change: as long as no new name comes, the places of the last time count.
 */
export const createNameRanks = (): ((names: readonly string[]) => RankOf) => {
  let ranks = new Map<string, number>();
  return (names) => {
    if (names.some((name) => !ranks.has(name)))
      ranks = new Map([...new Set(names)].sort(compare).map((name, at) => [name, at]));
    return (name) => ranks.get(name) ?? 0;
  };
};
