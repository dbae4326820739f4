import type { Phase, TaskEvent, TaskOrigin } from '../electron/shared/task.ts';

/** One line of the timeline. */
export interface Moment {
  readonly at: number;
  readonly text: string;
}

const phaseLines: Readonly<Record<Phase, string>> = {
  queued: 'Queued',
  running: 'Generating',
  succeeded: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
  lost: 'Lost: the gateway no longer knows this id',
};

const originLines: Readonly<Record<TaskOrigin, string>> = {
  window: 'Added in the window',
  clipboard: 'Added from the clipboard',
  'command-line': 'Added on the command line',
};

const addedLine = (note: string | null): string =>
  note !== null && note in originLines ? originLines[note as TaskOrigin] : 'Added';

const phaseLine = (event: TaskEvent): string => {
  const words = event.phase === null ? 'Changed' : phaseLines[event.phase];
  return event.note === null ? words : `${words}: ${event.note}`;
};

/** The events worth a line, oldest first. Progress is drawn as a plot instead. */
export const timelineOf = (events: readonly TaskEvent[]): readonly Moment[] => {
  const moments: Moment[] = [];
  for (const event of events) {
    const last = moments.at(-1);
    if (event.kind === 'added') moments.push({ at: event.at, text: addedLine(event.note) });
    else if (event.kind === 'phase') moments.push({ at: event.at, text: phaseLine(event) });
    else if (event.kind === 'told' && last)
      moments[moments.length - 1] = { ...last, text: `${last.text}, you were told` };
  }
  return moments;
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
