import type { TaskEntry } from '../electron/shared/watchlist-view.ts';

const headLength = 16;
const tailLength = 6;

/** The title; an id that stands in for one keeps both of its ends, since ids of one gateway begin alike. */
export const shownTitle = ({ title, remoteId }: TaskEntry): string =>
  title !== remoteId || title.length <= headLength + tailLength + 1
    ? title
    : `${title.slice(0, headLength)}…${title.slice(-tailLength)}`;
