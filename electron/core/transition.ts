import { isFinalPhase, type Phase, type Report } from '../shared/task.ts';

/** What a new report means beside the one before. */
export interface Transition {
  readonly from: Phase | null;
  readonly to: Phase;
  readonly phaseChanged: boolean;
  readonly progressChanged: boolean;
  /** The task was not final before and is now, or was lost or failed and has another end after all. */
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

/** Lost is Taskbell's own word, and a gateway may take a failure back: what it says later of such a task is news. */
const isFoundAgain = (from: Phase, to: Phase): boolean =>
  (from === 'lost' && to !== 'lost') || (from === 'failed' && to === 'succeeded');
