import { announcementWords, failureSentence } from '../shared/messages.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { Announcement, AnnouncementKind, Notice } from './announcement.ts';

/** More than this many at once become one notice. */
export const mostSingleNotices = 3;

const mostLines = 6;

export interface Told {
  readonly announcement: Announcement;
  readonly task: TaskEntry;
}

/** The notice for one announcement. */
export const noticeOf = ({ announcement, task }: Told): Notice => ({
  title: noticeTitles[announcement.kind],
  body: task.failure === null ? task.title : `${task.title}\n${failureSentence(task.failure)}`,
  urgency: 'normal',
  route: { to: 'task', taskId: task.id },
});

const noticeTitles: Readonly<Record<AnnouncementKind, string>> = {
  succeeded: 'Video ready',
  failed: 'Video failed',
  cancelled: 'Video cancelled',
  lost: 'Video lost: the gateway no longer knows it',
  'link-expiring': 'A video’s link ends soon',
  unanswered: 'No answer about a video for a week',
};

/** One notice for many announcements: a count in the title, a line a task. */
export const digestOf = (told: readonly Told[]): Notice => {
  const lines = told
    .slice(0, mostLines)
    .map(({ announcement, task }) => `${announcementWords[announcement.kind]}: ${task.title}`);
  const more = told.length - lines.length;
  if (more > 0) lines.push(`and ${String(more)} more`);
  return {
    title: `${String(told.length)} videos ended: ${countsText(told)}`,
    body: lines.join('\n'),
    urgency: 'normal',
    route: { to: 'since-away', taskIds: told.map(({ task }) => task.id) },
  };
};

const countsText = (told: readonly Told[]): string => {
  const counts = new Map<AnnouncementKind, number>();
  for (const { announcement } of told)
    counts.set(announcement.kind, (counts.get(announcement.kind) ?? 0) + 1);
  return [...counts]
    .map(([kind, count]) => `${String(count)} ${announcementWords[kind].toLowerCase()}`)
    .join(', ');
};
