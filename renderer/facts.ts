import { agoText, durationText } from '../electron/shared/duration.ts';
import { timeLeftText, usuallyTakesText } from '../electron/shared/estimate-text.ts';
import { words } from '../electron/shared/language/spoken.ts';
import { linkEndsAt } from '../electron/shared/link-end.ts';
import { momentText } from '../electron/shared/local-time.ts';
import { isAsked, nextCheckReasonText, type Standstill } from '../electron/shared/next-check-text.ts';
import { saveSentence } from '../electron/shared/saving-text.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';
import { tookMs } from './row-text.ts';

export interface Fact {
  readonly name: string;
  readonly value: string;
}

const linkText = (endsAt: number, now: number): string =>
  endsAt <= now ? words().details.linkEnded(momentText(endsAt)) : momentText(endsAt);

/** What the detail pane lists of a task, only what is known. */
export const factsOf = (task: TaskEntry, now: number, standstill: Standstill): readonly Fact[] => {
  const took = tookMs(task);
  const linkEnds = linkEndsAt(task);
  const asked = isAsked(task);
  const said = words().details;
  const facts: readonly (readonly [string, string | null])[] = [
    [said.gateway, task.gatewayName],
    [said.model, task.model],
    [said.id, task.remoteId],
    [said.says, asked ? task.stage : null],
    [
      said.queue,
      task.phase === 'queued' && task.queuePosition !== null ? words().list.place(task.queuePosition) : null,
    ],
    [said.timeLeft, standstill === null ? timeLeftText(task, now) : null],
    [said.usuallyTakes, usuallyTakesText(task)],
    [said.took, took === null ? null : durationText(took)],
    [words().saving.onDisk, task.save === null ? null : saveSentence(task.save)],
    ...task.otherSaves.map((save) => [words().saving.otherOnDisk[save.kind], saveSentence(save)] as const),
    [said.linkEnds, linkEnds === null ? null : linkText(linkEnds, now)],
    [said.nextCheck, asked ? nextCheckReasonText(task, now, standstill) : null],
    [said.lastCheck, !asked || task.checkedAt === null ? null : agoText(now - task.checkedAt)],
    [said.health, asked && task.trouble !== null ? words().checks.troubles[task.trouble] : null],
  ];
  return facts.flatMap(([name, value]) => (value ? [{ name, value }] : []));
};
