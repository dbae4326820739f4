import { words } from '../electron/shared/language/spoken.ts';
import { failureSentence, reasonText } from '../electron/shared/messages.ts';
import type { Failure, TaskEvent, TaskOrigin } from '../electron/shared/task.ts';

/** One line of the timeline. */
export interface Moment {
  readonly at: number;
  readonly text: string;
}

const addedLine = (note: string | null): string => {
  const { added, origins } = words().details;
  return note !== null && Object.hasOwn(origins, note) ? origins[note as TaskOrigin] : added;
};

interface Line {
  readonly at: number;
  readonly said: string;
  readonly reason: string | null;
}

/** Why a task is lost is for us to say; earlier versions noted it in English. */
const reasonOf = ({ phase, note }: TaskEvent): string | null => {
  if (phase === 'lost') return words().tasks.failures['not-found'];
  return note === null ? null : reasonText({ message: note });
};

/** The events worth a line, oldest first. Progress is drawn as a plot, and the failure of now stands elsewhere. */
export const timelineOf = (events: readonly TaskEvent[], failure: Failure | null): readonly Moment[] => {
  const known = failure === null ? [] : [failureSentence(failure), reasonText(failure)];
  const { moments, changed, told, because } = words().details;
  const lines: Line[] = [];
  for (const event of events) {
    const { at, kind, phase, note } = event;
    const last = lines.at(-1);
    if (kind === 'added') lines.push({ at, said: addedLine(note), reason: null });
    else if (kind === 'phase')
      lines.push({ at, said: phase === null ? changed : moments[phase], reason: reasonOf(event) });
    else if (kind === 'told' && last) lines[lines.length - 1] = { ...last, said: told(last.said) };
  }
  return lines.map(({ at, said, reason }) => ({
    at,
    text: reason === null || known.includes(reason) ? said : because(said, reason),
  }));
};
