import type { Moment, Replier, Reply } from './replies.ts';

/** One stretch of a task's story. The last step of a script lasts for ever. */
export interface Step {
  readonly reply: Replier;
  readonly lasts: { readonly requests: number } | { readonly ms: number };
}

export const times = (requests: number, reply: Replier): Step => ({ reply, lasts: { requests } });

export const once = (reply: Replier): Step => times(1, reply);

/** Lasts so many ms, counted from the first request for the task (or from the end of the step before). */
export const during = (ms: number, reply: Replier): Step => ({ reply, lasts: { ms } });

/** A bare replier stands for one request. */
export type Scripted = Step | Replier;

/** Plays the steps of one task; called once a request. */
export const createPlayer = (scripted: readonly Scripted[]): ((id: string, at: number) => Reply) => {
  const steps = scripted.map((step) => (typeof step === 'function' ? once(step) : step));
  const last = steps.at(-1);
  if (last === undefined) throw new Error('A script needs at least one step.');
  let index = 0;
  let requestsInStep = 0;
  let stepStart: number | null = null;

  const advance = (at: number): void => {
    stepStart ??= at;
    for (; index < steps.length - 1; index += 1, requestsInStep = 0) {
      const lasts = (steps[index] ?? last).lasts;
      if ('requests' in lasts) {
        if (requestsInStep < lasts.requests) return;
        stepStart = at;
      } else {
        if (at < stepStart + lasts.ms) return;
        stepStart += lasts.ms;
      }
    }
  };

  return (id, at) => {
    advance(at);
    requestsInStep += 1;
    const { reply, lasts } = steps[index] ?? last;
    const passed = 'ms' in lasts ? Math.min((at - (stepStart ?? at)) / lasts.ms, 1) : 0;
    const moment: Moment = { id, at, passed };
    return reply(moment);
  };
};
