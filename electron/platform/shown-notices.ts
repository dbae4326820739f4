import type { NoticeAction } from '../core/announcement.ts';

/** What was shown under one id of the desktop's. */
export interface ShownNotice {
  /** Null for a notice that stands by itself. */
  readonly key: string | null;
  /** By the name that the desktop was given for each. */
  readonly actions: ReadonlyMap<string, NoticeAction>;
}

/** What the desktop still shows. Holds the latest so many; the oldest are forgotten. */
export interface ShownNotices {
  remember(id: number, shown: ShownNotice): void;
  actionOf(id: number, name: string): NoticeAction | null;
  idOf(key: string): number | null;
  forget(id: number): void;
  forgetAll(): void;
}

export const createShownNotices = (limit: number): ShownNotices => {
  const notices = new Map<number, ShownNotice>();
  return {
    remember: (id, shown) => {
      notices.delete(id);
      notices.set(id, shown);
      const [oldest] = notices.keys();
      if (notices.size > limit && oldest !== undefined) notices.delete(oldest);
    },
    actionOf: (id, name) => notices.get(id)?.actions.get(name) ?? null,
    idOf: (key) => [...notices].findLast(([, shown]) => shown.key === key)?.[0] ?? null,
    forget: (id) => void notices.delete(id),
    forgetAll: () => notices.clear(),
  };
};
