import { isFinalPhase } from '../shared/task.ts';
import type { TaskState } from './task-entry.ts';

const hourMs = 60 * 60_000;
const weekMs = 7 * 24 * hourMs;

/** So long before its end a link is warned of: an hour, or a tenth of its life where that is shorter. */
const warnedBeforeMs = hourMs;
const warnedShareOfLife = 0.1;

/** Checks in a row without an answer that count as silence; one or two are everyday. */
const failuresOfSilence = 3;

/** When the user should hear that the video's link ends soon (wall clock ms); null when there is nothing to lose, or nothing left. */
export const linkWarningAt = ({ report, reportedAt, finishedAt }: TaskState, now: number): number | null => {
  const expiresAt = report?.links.find(({ kind }) => kind === 'video')?.expiresAt ?? null;
  if (report?.phase !== 'succeeded' || expiresAt === null || expiresAt <= now) return null;
  const lifeMs = expiresAt - (finishedAt ?? reportedAt ?? now);
  return expiresAt - Math.min(warnedBeforeMs, Math.max(0, lifeMs * warnedShareOfLife));
};

/** Since when no gateway has said anything of it (wall clock ms). */
export const lastHeardAt = ({ task, reportedAt }: TaskState): number => reportedAt ?? task.addedAt;

/**
 * When the user is asked whether to keep a task that nobody answers about (wall clock ms); null while its gateway
 * has not failed to answer. Days on which Taskbell did not run count only once it has asked in vain.
 */
export const silentFrom = (state: TaskState, gatewayInTrouble: boolean): number | null => {
  const asksInVain = state.failures >= failuresOfSilence || gatewayInTrouble;
  if (!asksInVain || (state.report !== null && isFinalPhase[state.report.phase])) return null;
  return lastHeardAt(state) + weekMs;
};
