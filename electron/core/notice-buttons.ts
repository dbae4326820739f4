import { words } from '../shared/language/spoken.ts';
import { hasFile, opensOutside } from '../shared/looking.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { AnnouncementKind, NoticeButton } from './announcement.ts';

/** What can be done about an announcement without opening the window. */
export const buttonsOf = (kind: AnnouncementKind, task: TaskEntry): readonly NoticeButton[] => {
  switch (kind) {
    case 'succeeded':
    case 'link-expiring':
      return videoButtons(task);
    case 'failed':
    case 'lost':
      return [{ text: words().tray.checkAgain, action: { do: 'check', taskId: task.id } }];
    case 'unanswered':
      return [{ text: words().tray.keepWatching, action: { do: 'keep', taskId: task.id } }];
    case 'cancelled':
      return [];
  }
};

/** A saved video opens from the disk, and its link is no longer needed. */
export const savedButtons = (taskId: string): readonly NoticeButton[] => [
  { text: words().saving.showInFolder, action: { do: 'show-in-folder', taskId } },
  { text: words().tray.openVideo, action: { do: 'open-video', taskId } },
];

/** A video that a browser cannot fetch is not offered to be opened. */
const videoButtons = (task: TaskEntry): readonly NoticeButton[] => {
  const { id: taskId, links } = task;
  if (hasFile(task)) return savedButtons(taskId);
  if (links.every(({ kind }) => kind !== 'video')) return [];
  const copy: NoticeButton = { text: words().tray.copyLink, action: { do: 'copy-link', taskId } };
  return opensOutside(task)
    ? [{ text: words().tray.openVideo, action: { do: 'open-video', taskId } }, copy]
    : [copy];
};
