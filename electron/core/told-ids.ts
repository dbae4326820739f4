/**
 * The announcements that were told while this process lives: should the mark of one fail to be written, it is written
 * again, and the announcement is not told again.
 */
export interface ToldIds {
  has(announcementId: string): boolean;
  add(announcementId: string): void;
  /** Those that the store does not hold as untold any more need not be remembered, or a long life remembers them all. */
  keepOnly(announcementIds: Iterable<string>): void;
}

export const createToldIds = (): ToldIds => {
  let ids = new Set<string>();
  return {
    has: (id) => ids.has(id),
    add: (id) => void ids.add(id),
    keepOnly: (kept) => {
      ids = new Set([...kept].filter((id) => ids.has(id)));
    },
  };
};
