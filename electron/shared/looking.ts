import type { TaskEntry } from './watchlist-view.ts';

/** How the window shows a result. */
export type PlayedKind = 'video' | 'audio' | 'image';

/** Why a result cannot be looked at in the window. The sentence for each is in the catalogue. */
export type PlayTrouble =
  | 'offline'
  | 'no-answer'
  | 'in-trouble'
  | 'refused'
  | 'link-ended'
  | 'not-a-video'
  | 'needs-key'
  | 'not-safe'
  | 'not-ready'
  | 'not-playable';

/** Of which results small pictures are shown: of none, of those on the disk, or also of those behind a link. */
export const picturesChoices = ['none', 'saved', 'all'] as const;

export type PicturesChoice = (typeof picturesChoices)[number];

/** The address of a task's result within the window's own origin; what it leads to is asked for only then. */
export const resultUrl = (taskId: string): string => `app://taskbell/results/${encodeURIComponent(taskId)}`;

type Pictured = Pick<TaskEntry, 'id' | 'phase' | 'links' | 'save'>;

/** Whether it was saved, so that there is a file to show, copy or drag. */
export const hasFile = ({ save }: Pick<Pictured, 'save'>): boolean => save?.state === 'saved';

/** Whether its video can be opened outside: the saved file, or a link that any browser can follow. */
export const opensOutside = (task: Pick<Pictured, 'links' | 'save'>): boolean => {
  if (hasFile(task)) return true;
  const video = task.links.find(({ kind }) => kind === 'video');
  return video !== undefined && !video.needsKey && video.url.startsWith('https:');
};

/** The address of a task's small picture; null where the choice rules one out, or there is nothing to make it of. */
export const pictureUrl = (task: Pictured, choice: PicturesChoice): string | null => {
  if (choice === 'none' || task.phase !== 'succeeded') return null;
  const isLinked = choice === 'all' && task.links.some(({ kind }) => kind === 'thumbnail');
  if (!isLinked && !hasFile(task)) return null;
  // What is made of the file may come where the link brought nothing, so it is another address.
  return `app://taskbell/pictures/${encodeURIComponent(task.id)}?of=${hasFile(task) ? 'file' : 'link'}`;
};

/** Whether there is something to look at: whatever is saved, or a link to more than a still. */
export const canPlay = (task: Pictured): boolean =>
  task.phase === 'succeeded' && (hasFile(task) || task.links.some(({ kind }) => kind !== 'thumbnail'));
