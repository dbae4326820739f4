import type { Announcer } from './announcer.ts';
import type { Cancel, Clock } from './ports.ts';
import type { Scheduler } from './scheduler.ts';

export interface CatchUpDependencies {
  readonly clock: Clock;
  readonly scheduler: Pick<Scheduler, 'overdue' | 'underway' | 'move'>;
  readonly announcer: Pick<Announcer, 'gather'>;
  /** How likely the task is to have ended since it was last heard of, 0 to 1. */
  readonly chanceEnded: (taskId: string) => number;
  /** Whether anything but time keeps this task from being asked about. */
  readonly isHeld: (taskId: string) => boolean;
}

/** Asks about everything that fell due while nothing could be asked, and tells what happened meanwhile at once. */
export interface CatchUp {
  /** All overdue tasks, and these; the first of them after `settleMs`. */
  begin(settleMs: number, more?: readonly string[]): void;
  /** A task has been asked about, or is gone. */
  noteChecked(taskId: string): void;
  stop(): void;
}

/** Checks are spread over so long at most, and lie so far apart at most. */
const spreadMs = 4_000;
const farthestApartMs = 150;

/** Later endings are told by themselves: a slow gateway must not keep the others' endings back. */
const gatheredMs = 20_000;

/** Gatherings that follow one another closely are one, but not for ever: a gateway may go and come back all day. */
const longestGatheredMs = 60_000;

export const createCatchUp = (dependencies: CatchUpDependencies): CatchUp => {
  const { clock, scheduler, announcer, chanceEnded, isHeld } = dependencies;
  const awaited = new Set<string>();
  let gathering: { readonly since: number; readonly end: Cancel } | null = null;
  let cancelTimer: Cancel = () => undefined;
  let stopped = false;

  const end = (): void => {
    cancelTimer();
    awaited.clear();
    gathering?.end();
    gathering = null;
  };

  const gatherFor = (wantedMs: number): void => {
    const now = clock.steady();
    // A sleep within it has outlasted it.
    if (gathering !== null && now - gathering.since >= longestGatheredMs) end();
    gathering ??= { since: now, end: announcer.gather() };
    cancelTimer();
    cancelTimer = clock.after(Math.min(wantedMs, gathering.since + longestGatheredMs - now), end);
  };

  return {
    begin: (settleMs, more = []) => {
      if (stopped) return;
      const taskIds = [...new Set([...scheduler.overdue(), ...more])].filter((taskId) => !isHeld(taskId));
      const likeliest = taskIds
        .map((taskId) => ({ taskId, chance: chanceEnded(taskId) }))
        .sort((a, b) => b.chance - a.chance);
      const apartMs = Math.min(farthestApartMs, spreadMs / Math.max(1, likeliest.length));
      gatherFor(settleMs + gatheredMs);
      // After a sleep the first checks may have started before anyone knew of it: they belong to it all the same.
      for (const taskId of [...taskIds, ...scheduler.underway()]) awaited.add(taskId);
      scheduler.move(
        likeliest.map(({ taskId }, place) => ({ taskId, delayMs: settleMs + Math.round(place * apartMs) })),
      );
      if (awaited.size === 0) end();
    },
    noteChecked: (taskId) => {
      if (awaited.delete(taskId) && awaited.size === 0) end();
    },
    stop: () => {
      stopped = true;
      cancelTimer();
    },
  };
};
