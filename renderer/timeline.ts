import { words } from '../electron/shared/language/spoken.ts';
import type { TaskEvent, TaskOrigin } from '../electron/shared/task.ts';

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

/** The events worth a line, oldest first. Progress is drawn as a plot, and the known reason stands elsewhere. */
export const timelineOf = (events: readonly TaskEvent[], knownReason: string | null): readonly Moment[] => {
  const { moments, changed, told, because } = words().details;
  const lines: Line[] = [];
  for (const event of events) {
    const { at, kind, phase, note } = event;
    const last = lines.at(-1);
    if (kind === 'added') lines.push({ at, said: addedLine(note), reason: null });
    else if (kind === 'phase')
      lines.push({ at, said: phase === null ? changed : moments[phase], reason: note });
    else if (kind === 'told' && last) lines[lines.length - 1] = { ...last, said: told(last.said) };
  }
  return lines.map(({ at, said, reason }) => ({
    at,
    text: reason === null || reason === knownReason ? said : because(said, reason),
  }));
};
