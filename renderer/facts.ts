import { agoText, durationText } from '../electron/shared/duration.ts';
import { timeLeftText, usuallyTakesText } from '../electron/shared/estimate-text.ts';
import { linkEndsAt } from '../electron/shared/link-end.ts';
import { momentText } from '../electron/shared/local-time.ts';
import { checkTroubleSentences } from '../electron/shared/messages.ts';
import { isAsked, nextCheckReasonText, type Standstill } from '../electron/shared/next-check-text.ts';
import { saveSentence } from '../electron/shared/saving-words.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { tookMs } from './row-text.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

const linkText = (endsAt: number, now: number): string =>
  endsAt <= now ? `${momentText(endsAt)} (ended)` : momentText(endsAt);

/** What the detail pane lists of a task, only what is known. */
export const factsOf = (task: TaskEntry, now: number, standstill: Standstill): readonly Fact[] => {
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
    ['Time left', standstill === null ? timeLeftText(task, now) : null],
    ['Usually takes', usuallyTakesText(task)],
    ['Took', took === null ? null : durationText(took)],
    ['On disk', task.save === null ? null : saveSentence(task.save)],
    ['Link ends', linkEnds === null ? null : linkText(linkEnds, now)],
    ['Next check', asked ? nextCheckReasonText(task, now, standstill) : null],
    ['Last check', !asked || task.checkedAt === null ? null : agoText(now - task.checkedAt)],
    ['Health', asked && task.trouble !== null ? checkTroubleSentences[task.trouble] : null],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
};
