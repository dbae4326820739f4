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

/** A progress plot in the units of its box; the y axis points down. */
export interface Plot {
  readonly line: string;
  readonly area: string;
  readonly end: { readonly x: number; readonly y: number };
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

/** Progress over time; null when there are too few points to draw one. */
export const plotOf = (events: readonly TaskEvent[], width: number, height: number): Plot | null => {
  const points = events.flatMap(({ at, phase, progress }) => {
    const reached = phase === 'succeeded' ? 1 : progress;
    return reached === null ? [] : [{ at, reached }];
  });
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || last.at <= first.at) return null;
  // The end dot has a radius of 2.5, so the line stays that far inside the box.
  const drawn = points.map(({ at, reached }) => ({
    x: ((at - first.at) / (last.at - first.at)) * (width - 5),
    y: 2.5 + (1 - Math.min(1, Math.max(0, reached))) * (height - 5),
  }));
  const end = drawn.at(-1) ?? { x: 0, y: height };
  const line = `M${drawn.map(({ x, y }) => `${rounded(x)} ${rounded(y)}`).join('L')}`;
  return { line, area: `${line}V${String(height)}H0Z`, end };
};
