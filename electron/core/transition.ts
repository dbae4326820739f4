import { isFinalPhase, type Phase, type Report } from '../shared/task.ts';

/** What a new report means beside the one before. */
export interface Transition {
  readonly from: Phase | null;
  readonly to: Phase;
  readonly phaseChanged: boolean;
  readonly progressChanged: boolean;
  /** The task was not final before and is now, or has another end after all than the one that was bad news. */
  readonly ended: boolean;
}

/** Compares two reports of one task; `previous` is null at first sight. */
export const transitionBetween = (previous: Report | null, next: Report): Transition => {
  const from = previous?.phase ?? null;
  return {
    from,
    to: next.phase,
    phaseChanged: from !== next.phase,
    progressChanged: next.progress !== null && next.progress !== (previous?.progress ?? null),
    ended:
      isFinalPhase[next.phase] && (from === null || !isFinalPhase[from] || isFoundAgain(from, next.phase)),
  };
};

/**
 * Whoever asks again about a task that was lost, failed or cancelled wants to hear of another end. That a gateway has
 * forgotten the task since is none.
 */
const isFoundAgain = (from: Phase, to: Phase): boolean =>
  from !== 'succeeded' && to !== 'lost' && to !== from;
