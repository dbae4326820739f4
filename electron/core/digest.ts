import { linkEndsAt } from '../shared/link-end.ts';
import { dayText } from '../shared/local-time.ts';
import { announcementWords, failureSentence } from '../shared/messages.ts';
import { roughTimeOf } from '../shared/rough-time.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { Announcement, AnnouncementKind, EndingKind, Notice } from './announcement.ts';
import { buttonsOf } from './notice-buttons.ts';

/** More than this many at once become one notice. */
export const mostSingleNotices = 3;

const mostLines = 6;

export interface Told {
  readonly announcement: Announcement;
  readonly task: TaskEntry;
}

/** The notice for one announcement; `nowMs` is the wall clock, when that is no longer when it was decided. */
export const noticeOf = (told: Told, nowMs: number = told.announcement.decidedAt): Notice => ({
  title: titleOf(told, nowMs),
  body: bodyOf(told),
  urgency: 'normal',
  route: { to: 'task', taskId: told.task.id },
  kind: told.announcement.kind,
  key: keyOfTask(told.task.id),
  buttons: buttonsOf(told.announcement.kind, told.task),
});

/** What comes later of a task takes the place of what was told of it before. */
export const keyOfTask = (taskId: string): string => `task:${taskId}`;

/** One of its own for each group of news, so that a later group does not wipe out this one unread. */
const keyOfDigest = (told: readonly Told[]): string => `digest:${told[0]?.announcement.id ?? ''}`;

const titleOf = ({ announcement: { kind }, task }: Told, nowMs: number): string => {
  if (kind === 'link-expiring') return linkTitle(linkEndsAt(task), nowMs);
  return kind === 'unanswered' ? silenceTitle(task.silentSince) : endingTitles[kind];
};

const endingTitles: Readonly<Record<EndingKind, string>> = {
  succeeded: 'Video ready',
  failed: 'Video failed',
  cancelled: 'Video cancelled',
  lost: 'Video lost: the gateway no longer knows it',
};

/** What is told of a task's end; looking at the task is looking at this. */
export const endingKinds: Readonly<Partial<Record<AnnouncementKind, string>>> = endingTitles;

const unitNames = { s: 'second', min: 'minute', h: 'hour' } as const;

const linkTitle = (endsAt: number | null, nowMs: number): string => {
  if (endsAt === null) return 'The link to this video ends soon';
  if (endsAt <= nowMs) return 'The link to this video has ended';
  const left = roughTimeOf(endsAt - nowMs);
  if (left === null) return 'The link to this video ends now';
  const { count, unit } = left;
  return `The link to this video ends in about ${String(count)} ${unitNames[unit]}${count === 1 ? '' : 's'}`;
};

const silenceTitle = (silentSince: number | null): string =>
  silentSince === null
    ? 'No answer about a video for a week'
    : `No answer about this video since ${dayText(silentSince)}`;

const bodyOf = ({ announcement: { kind }, task }: Told): string => {
  if (kind === 'unanswered') return `${task.title}\nOpen it to say whether to keep watching.`;
  return task.failure === null ? task.title : `${task.title}\n${failureSentence(task.failure)}`;
};

export interface DigestOptions {
  /** `meanwhile`: it all happened while Taskbell or the computer was not running; `quiet`: it was held back. */
  readonly since?: DigestReason;
}

export type DigestReason = 'burst' | 'meanwhile' | 'quiet';

/** One notice for many announcements: counts in the title, a line a task. */
export const digestOf = (told: readonly Told[], { since = 'burst' }: DigestOptions = {}): Notice => {
  const lines = told
    .slice(0, mostLines)
    .map(({ announcement, task }) => `${announcementWords[announcement.kind]}: ${task.title}`);
  const more = told.length - lines.length;
  if (more > 0) lines.push(`and ${String(more)} more`);
  return {
    title: `${since === 'burst' ? newsText(told) : digestHeadings[since]}: ${countsText(told)}`,
    body: lines.join('\n'),
    urgency: 'normal',
    route: { to: 'since-away', taskIds: told.map(({ task }) => task.id) },
    kind: 'digest',
    key: keyOfDigest(told),
  };
};

const digestHeadings: Readonly<Record<Exclude<DigestReason, 'burst'>, string>> = {
  meanwhile: 'While you were away',
  quiet: 'While it was quiet',
};

const countsText = (told: readonly Told[]): string => {
  const counts = new Map<AnnouncementKind, number>();
  for (const { announcement } of told)
    counts.set(announcement.kind, (counts.get(announcement.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => `${String(count)} ${countedWords(kind, count)}`).join(', ');
};

const countedWords = (kind: AnnouncementKind, count: number): string => {
  if (kind === 'link-expiring') return count === 1 ? 'link ends soon' : 'links end soon';
  return kind === 'unanswered' ? 'without an answer' : announcementWords[kind].toLowerCase();
};

const newsText = (told: readonly Told[]): string => {
  const allEnded = told.every(({ announcement: { kind } }) => kind in endingTitles);
  return allEnded ? `${String(told.length)} videos ended` : `News of ${String(told.length)} videos`;
};
