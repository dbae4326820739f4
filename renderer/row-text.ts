import { agoText, durationText, roughDurationText } from '../electron/shared/duration.ts';
import { estimateText } from '../electron/shared/estimate-text.ts';
import { words } from '../electron/shared/language/spoken.ts';
import { linkEndsAt } from '../electron/shared/link-end.ts';
import { failureSentence } from '../electron/shared/messages.ts';
import { isAsked, nextCheckText, type Standstill } from '../electron/shared/next-check-text.ts';
import { percentText } from '../electron/shared/progress-text.ts';
import type { TaskSave } from '../electron/shared/saving.ts';
import type { Phase } from '../electron/shared/task.ts';
import { saveText } from '../electron/shared/saving-text.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';

export type Tone = 'running' | 'ready' | 'failed' | 'lost' | 'quiet';

/** The words of one row. */
export interface RowText {
  readonly meta: string;
  readonly metaTone: Tone;
  readonly chip: string;
  readonly second: string;
  readonly secondTone: Tone;
}

export const toneOfPhase: Readonly<Record<Phase, Tone>> = {
  queued: 'quiet',
  running: 'running',
  succeeded: 'ready',
  failed: 'failed',
  cancelled: 'quiet',
  lost: 'lost',
};

/** How long the task ran, in ms; null when either end is unknown or the clocks disagree. */
export const tookMs = (task: TaskEntry): number | null => {
  if (task.startedAt === null || task.finishedAt === null) return null;
  return task.finishedAt < task.startedAt ? null : task.finishedAt - task.startedAt;
};

const originText = (task: TaskEntry, ...more: readonly (string | null)[]): string =>
  [task.model, task.gatewayName, ...more].filter((part) => part !== null).join(' · ');

const endedText = (task: TaskEntry, now: number): string =>
  task.finishedAt === null ? '' : agoText(now - task.finishedAt);

const metaOf = (task: TaskEntry): string => {
  switch (task.phase) {
    case 'queued':
      return originText(task, task.queuePosition === null ? null : words().list.place(task.queuePosition));
    case 'running':
    case 'cancelled':
      return originText(task);
    case 'succeeded': {
      const took = tookMs(task);
      return originText(task, took === null ? null : words().list.took(durationText(took)));
    }
    case 'failed':
      return task.failure === null ? originText(task) : failureSentence(task.failure);
    case 'lost':
      return words().tasks.failures['not-found'];
  }
};

/** What keeps the task from going on comes first, then how much longer it takes, then when it is asked. */
const askedText = (task: TaskEntry, now: number, standstill: Standstill): string => {
  if (task.silentSince !== null) return words().list.keepWatching;
  if (task.trouble !== null) return words().tasks.troubles[task.trouble];
  // While nothing is asked, an estimate would run out unseen.
  const estimate = standstill === null ? estimateText(task, now) : null;
  return estimate ?? nextCheckText(task, now, standstill);
};

/** Where it is saved, the end of its link is nothing to worry about any more. */
const savedText = (task: TaskEntry, save: TaskSave, now: number): string => {
  const parts = [saveText(save), save.state === 'saved' ? endedText(task, now) : ''];
  return parts.filter((part) => part !== '').join(' · ');
};

const secondOf = (task: TaskEntry, now: number, standstill: Standstill): string => {
  if (isAsked(task)) return askedText(task, now, standstill);
  if (task.linksPending) return words().list.fetchingLink;
  if (task.save !== null && task.phase === 'succeeded') return savedText(task, task.save, now);
  const endsAt = linkEndsAt(task);
  if (task.phase !== 'succeeded' || endsAt === null) return endedText(task, now);
  return endsAt <= now ? words().list.linkEnded : words().list.linkLeft(roughDurationText(endsAt - now));
};

const isTroubled = (task: TaskEntry): boolean =>
  isAsked(task)
    ? task.trouble !== null || task.silentSince !== null
    : task.phase === 'succeeded' && task.save !== null && task.save.trouble !== null;

export const rowTextOf = (task: TaskEntry, now: number, standstill: Standstill): RowText => ({
  meta: metaOf(task),
  metaTone:
    task.phase === 'lost' || (task.phase === 'failed' && task.failure) ? toneOfPhase[task.phase] : 'quiet',
  chip:
    task.phase === 'running' && task.progress !== null
      ? percentText(task.progress)
      : words().tasks.phases[task.phase],
  second: secondOf(task, now, standstill),
  secondTone: isTroubled(task) ? 'lost' : 'quiet',
});
