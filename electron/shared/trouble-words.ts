import type { CheckTrouble } from './task.ts';

/** Whether nothing is asked until the user has entered another key. */
export const waitsForKey = (trouble: CheckTrouble | null): boolean =>
  trouble === 'refused' || trouble === 'no-key';
