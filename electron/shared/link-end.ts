import type { TaskEntry } from './watchlist-view.ts';

/** When the video link stops working (wall clock ms); null when there is no video or its link does not say. */
export const linkEndsAt = ({ links }: Pick<TaskEntry, 'links'>): number | null =>
  links.find((link) => link.kind === 'video')?.expiresAt ?? null;
