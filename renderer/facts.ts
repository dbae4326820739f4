import { agoText, durationText } from '../electron/shared/duration.ts';
import { checkTroubleSentences } from '../electron/shared/messages.ts';
import { isFinalPhase } from '../electron/shared/task.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { momentText } from './local-time.ts';
import { linkEndsAt, nextCheckText, tookMs } from './row-text.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

const linkText = (endsAt: number, now: number): string =>
  endsAt <= now ? `${momentText(endsAt)} (ended)` : momentText(endsAt);

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What the detail pane lists of a task, only what is known. */
export const factsOf = (task: TaskEntry, now: number, paused: boolean): readonly Fact[] => {
  const took = tookMs(task);
  const linkEnds = linkEndsAt(task);
  const going = !isFinalPhase[task.phase];
  const facts: readonly (readonly [string, string | null])[] = [
    ['Gateway', task.gatewayName],
    ['Model', task.model],
    ['Id', task.remoteId],
    ['It says', going ? task.stage : null],
    [
      'Queue',
      task.phase === 'queued' && task.queuePosition !== null ? `place ${String(task.queuePosition)}` : null,
    ],
    ['Took', took === null ? null : durationText(took)],
    ['Link ends', linkEnds === null ? null : linkText(linkEnds, now)],
    ['Next check', going ? capitalised(nextCheckText(task, now, paused).replace(/^checks /, '')) : null],
    ['Last check', !going || task.checkedAt === null ? null : agoText(now - task.checkedAt)],
    ['Health', going && task.trouble !== null ? checkTroubleSentences[task.trouble] : null],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
};
