import { setTimeout as pause } from 'node:timers/promises';

const everyMs = 50;

/**
 * Asks again and again until the answer is neither null nor false, and gives that answer.
 * Rejects with what was awaited when it has not come in time (15 s unless told).
 */
export const until = async <Value>(
  what: string,
  probe: () => Promise<Value | null | false> | Value | null | false,
  timeoutMs = 15_000,
): Promise<Value> => {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const answer = await probe();
    if (answer !== null && answer !== false) return answer;
    if (performance.now() > deadline) throw new Error(`${what}: not within ${String(timeoutMs)} ms`);
    await pause(everyMs);
  }
};
