import type { SavedKind } from '../shared/saving.ts';
import type { ResultLink } from '../shared/task.ts';

const resultKinds = ['video', 'watermarked', 'gif', 'audio'] as const;

/** The link to what a task was for. */
export const resultLinkOf = (links: readonly ResultLink[]): ResultLink | null => {
  for (const wanted of resultKinds) {
    const link = links.find(({ kind }) => kind === wanted);
    if (link !== undefined) return link;
  }
  return null;
};

export const linkToSave = (kind: SavedKind, links: readonly ResultLink[]): ResultLink | null =>
  kind === 'video' ? resultLinkOf(links) : (links.find((link) => link.kind === kind) ?? null);

/** As what a chosen kind is saved; null when there is none. A GIF without a video is what the task was for. */
export const savedAs = (chosen: SavedKind, links: readonly ResultLink[]): SavedKind | null => {
  const link = linkToSave(chosen, links);
  if (link === null) return null;
  return link === resultLinkOf(links) ? 'video' : chosen;
};
