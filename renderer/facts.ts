import { agoText, durationText } from '../electron/shared/duration.ts';
import { checkTroubleSentences } from '../electron/shared/messages.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { momentText } from './local-time.ts';
import { isAsked, linkEndsAt, nextCheckText, tookMs } from './row-text.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

const linkText = (endsAt: number, now: number): string =>
  endsAt <= now ? `${momentText(endsAt)} (ended)` : momentText(endsAt);

/** What the detail pane lists of a task, only what is known. */
export const factsOf = (task: TaskEntry, now: number, paused: boolean): readonly Fact[] => {
  const took = tookMs(task);
  const linkEnds = linkEndsAt(task);
  const asked = isAsked(task);
  const facts: readonly (readonly [string, string | null])[] = [
    ['Gateway', task.gatewayName],
    ['Model', task.model],
    ['Id', task.remoteId],
    ['It says', asked ? task.stage : null],
    [
      'Queue',
      task.phase === 'queued' && task.queuePosition !== null ? `place ${String(task.queuePosition)}` : null,
    ],
    ['Took', took === null ? null : durationText(took)],
    ['Link ends', linkEnds === null ? null : linkText(linkEnds, now)],
    ['Next check', asked ? nextCheckText(task, now, paused).replace(/^checks /, '') : null],
    ['Last check', !asked || task.checkedAt === null ? null : agoText(now - task.checkedAt)],
    ['Health', asked && task.trouble !== null ? checkTroubleSentences[task.trouble] : null],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
};
