import { createDueHeap } from '../../../electron/core/due-heap.ts';
import type { Clock } from '../../../electron/core/ports.ts';
import { settled } from '../../fakes/manual-clock.ts';
import { threadCpuMs } from './spans.ts';

/** Simulated time that notes what each turn took, in real ms of CPU: a timer, and what the promises after it did. */
export interface TurnClock extends Clock {
  readonly turns: number[];
  advance(ms: number): Promise<void>;
  /** The machine sleeps: the timers stand still meanwhile. */
  sleep(ms: number): void;
  setWall(byMs: number): void;
  /** Notes what is run here as a turn of its own. */
  timed(run: () => void): void;
}

const start = Date.UTC(2026, 0, 2, 3, 4, 5);
const upSinceMs = 3_600_000;

export const createTurnClock = (): TurnClock => {
  const turns: number[] = [];
  const heap = createDueHeap();
  const timers = new Map<string, () => void>();
  let made = 0;
  let passed = 0;
  /** Time that timers have slept through. */
  let slept = 0;
  let wallOff = 0;

  const timed = (run: () => void): void => {
    const began = threadCpuMs();
    run();
    turns.push(threadCpuMs() - began);
  };

  return {
    turns,
    timed,
    now: () => start + passed + wallOff,
    steady: () => upSinceMs + passed,
    after: (delayMs, run) => {
      const id = String((made += 1));
      // Whole ms, as real timers have them.
      heap.set(id, passed - slept + Math.max(1, Math.ceil(delayMs)));
      timers.set(id, run);
      return () => {
        if (timers.delete(id)) heap.delete(id);
      };
    },
    advance: async (ms) => {
      const end = passed + ms;
      await settled();
      for (let next = heap.first(); next !== null && next.dueAt + slept <= end; next = heap.first()) {
        heap.delete(next.key);
        const run = timers.get(next.key);
        timers.delete(next.key);
        passed = Math.max(passed, next.dueAt + slept);
        const began = threadCpuMs();
        run?.();
        await settled();
        turns.push(threadCpuMs() - began);
      }
      passed = end;
      await settled();
    },
    sleep: (ms) => {
      passed += ms;
      slept += ms;
    },
    setWall: (byMs) => {
      wallOff += byMs;
    },
  };
};
