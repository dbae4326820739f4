import { words } from '../shared/language/spoken.ts';
import { linkEndsAt } from '../shared/link-end.ts';
import { dayText } from '../shared/local-time.ts';
import { failureSentence } from '../shared/messages.ts';
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
  return kind === 'unanswered' ? silenceTitle(task.silentSince) : words().notices.endings[kind];
};

/** Whether it is told of a task's end; looking at the task is looking at this. */
export const isEnding = (kind: AnnouncementKind): kind is EndingKind =>
  kind !== 'link-expiring' && kind !== 'unanswered';

const linkTitle = (endsAt: number | null, nowMs: number): string => {
  const { linkEndsSoon, linkEnded, linkEndsNow, linkEndsIn } = words().notices;
  if (endsAt === null) return linkEndsSoon;
  if (endsAt <= nowMs) return linkEnded;
  const left = roughTimeOf(endsAt - nowMs);
  return left === null ? linkEndsNow : linkEndsIn(left);
};

const silenceTitle = (silentSince: number | null): string =>
  silentSince === null ? words().notices.silentForAWeek : words().notices.silentSince(dayText(silentSince));

const bodyOf = ({ announcement: { kind }, task }: Told): string => {
  if (kind === 'unanswered') return `${task.title}\n${words().notices.sayWhetherToKeep}`;
  // That the gateway does not know a lost task any more is in its title.
  if (kind === 'lost' || task.failure === null) return task.title;
  return `${task.title}\n${failureSentence(task.failure)}`;
};

export interface DigestOptions {
  /** `meanwhile`: it all happened while Taskbell or the computer was not running; `quiet`: it was held back. */
  readonly since?: DigestReason;
}

export type DigestReason = 'burst' | 'meanwhile' | 'quiet';

/** One notice for many announcements: counts in the title, a line a task. */
export const digestOf = (told: readonly Told[], { since = 'burst' }: DigestOptions = {}): Notice => {
  const said = words().notices;
  const lines = told
    .slice(0, mostLines)
    .map(({ announcement, task }) => said.line(said.kinds[announcement.kind], task.title));
  const more = told.length - lines.length;
  if (more > 0) lines.push(said.more(more));
  return {
    title: said.heading(since === 'burst' ? newsText(told) : said[since], countsText(told)),
    body: lines.join('\n'),
    urgency: 'normal',
    route: { to: 'since-away', taskIds: told.map(({ task }) => task.id) },
    kind: 'digest',
    key: keyOfDigest(told),
  };
};

const countsText = (told: readonly Told[]): string => {
  const counts = new Map<AnnouncementKind, number>();
  for (const { announcement } of told)
    counts.set(announcement.kind, (counts.get(announcement.kind) ?? 0) + 1);
  const { countedKinds } = words().notices;
  return words().tasks.listed([...counts].map(([kind, count]) => countedKinds[kind](count)));
};

const newsText = (told: readonly Told[]): string => {
  const { ended, newsOf } = words().notices;
  const allEnded = told.every(({ announcement: { kind } }) => isEnding(kind));
  return allEnded ? ended(told.length) : newsOf(told.length);
};
