import type { HookRun } from '../electron/shared/hooks.ts';
import { words } from '../electron/shared/language/spoken.ts';

/** The command that ran for a task and what became of it, as a sentence. */
export const hookText = ({ program, state, exitCode }: HookRun): string => {
  const { ran, states, failedWith } = words().hooks;
  if (state !== 'ended') return ran(program, states[state]);
  if (exitCode === null) return ran(program, states.ended);
  return ran(program, exitCode === 0 ? states.done : failedWith(String(exitCode)));
};
