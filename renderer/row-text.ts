import { agoText, durationText } from '../electron/shared/duration.ts';
import { failureSentence, phaseWords } from '../electron/shared/messages.ts';
import { isFinalPhase, type Phase } from '../electron/shared/task.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { roughDurationText } from './local-time.ts';
import { troubleWords, waitsForKey } from './trouble-words.ts';

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

export const lostSentence = 'The gateway no longer knows this id';

/** Progress as a whole percentage, rounded down so that 100 % is only ever said when it is so. */
export const percentText = (progress: number): string => `${String(Math.floor(progress * 100 + 1e-6))}%`;

/** How long the task ran, in ms; null when either end is unknown or the clocks disagree. */
export const tookMs = (task: TaskEntry): number | null => {
  if (task.startedAt === null || task.finishedAt === null) return null;
  return task.finishedAt < task.startedAt ? null : task.finishedAt - task.startedAt;
};

/** When the video link stops working; null when there is no video or its link does not say. */
export const linkEndsAt = (task: TaskEntry): number | null =>
  task.links.find((link) => link.kind === 'video')?.expiresAt ?? null;

/** Whether the gateway is going to be asked about this task: also about a lost one, when the user wanted that. */
export const isAsked = (task: TaskEntry): boolean =>
  !isFinalPhase[task.phase] || (task.phase === 'lost' && task.nextCheckAt !== null);

/** A wait as a counting-down text says it: its last moment is "1 s", never "0 s". */
export const waitText = (ms: number): string => durationText(Math.max(1000, ms));

/** When this task is asked next, in words; empty when it is not going to be. */
export const nextCheckText = (task: TaskEntry, now: number, paused: boolean): string => {
  if (paused) return 'paused';
  if (task.nextCheckAt === null) return waitsForKey(task.trouble) ? '' : 'checking';
  return task.nextCheckAt <= now ? 'checking' : `checks in ${waitText(task.nextCheckAt - now)}`;
};

const originText = (task: TaskEntry, ...more: readonly (string | null)[]): string =>
  [task.model, task.gatewayName, ...more].filter((part) => part !== null).join(' · ');

const endedText = (task: TaskEntry, now: number): string =>
  task.finishedAt === null ? '' : agoText(now - task.finishedAt);

const metaOf = (task: TaskEntry): string => {
  switch (task.phase) {
    case 'queued':
      return originText(task, task.queuePosition === null ? null : `place ${String(task.queuePosition)}`);
    case 'running':
    case 'cancelled':
      return originText(task);
    case 'succeeded': {
      const took = tookMs(task);
      return originText(task, took === null ? null : `took ${durationText(took)}`);
    }
    case 'failed':
      return task.failure === null ? originText(task) : failureSentence(task.failure);
    case 'lost':
      return lostSentence;
  }
};

const secondOf = (task: TaskEntry, now: number, paused: boolean): string => {
  if (isAsked(task))
    return task.trouble === null ? nextCheckText(task, now, paused) : troubleWords[task.trouble];
  if (task.linksPending) return 'fetching its link';
  const endsAt = linkEndsAt(task);
  if (task.phase !== 'succeeded' || endsAt === null) return endedText(task, now);
  return endsAt <= now ? 'link ended' : `link ${roughDurationText(endsAt - now)} left`;
};

export const rowTextOf = (task: TaskEntry, now: number, paused: boolean): RowText => ({
  meta: metaOf(task),
  metaTone:
    task.phase === 'lost' || (task.phase === 'failed' && task.failure) ? toneOfPhase[task.phase] : 'quiet',
  chip:
    task.phase === 'running' && task.progress !== null ? percentText(task.progress) : phaseWords[task.phase],
  second: secondOf(task, now, paused),
  secondTone: task.trouble !== null && isAsked(task) ? 'lost' : 'quiet',
});
