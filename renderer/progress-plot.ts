import { isFinalPhase, type TaskEvent } from '../electron/shared/task.ts';
import type { UsualRange } from '../electron/shared/timing.ts';

/** A progress plot in the units of its box; the y axis points down. */
export interface Plot {
  readonly line: string;
  readonly area: string;
  /** Where eight of ten tasks like it would be, were their progress even; null while too few have been seen. */
  readonly usual: string | null;
  readonly end: { readonly x: number; readonly y: number };
}

interface Box {
  readonly width: number;
  readonly height: number;
}

/** The radius of the dot at the end: the line stays that far inside the box. */
const margin = 2.5;

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

/**
 * Progress over time, from the first report of it; null when there are too few points to draw one. A running task has
 * room at its right for what usually comes.
 */
export const plotOf = (
  events: readonly TaskEvent[],
  { width, height }: Box,
  usual: UsualRange | null = null,
): Plot | null => {
  const points = events.flatMap(({ at, phase, progress }) => {
    const reached = phase === 'succeeded' ? 1 : progress;
    return reached === null ? [] : [{ at, reached }];
  });
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last || last.at <= first.at) return null;
  const began = events[0]?.at ?? first.at;
  const ended = events.some(({ phase }) => phase !== null && isFinalPhase[phase]);
  const until = ended || usual === null ? last.at : Math.max(last.at, began + usual.toMs);
  const xOf = (at: number): number => ((at - first.at) / (until - first.at)) * (width - 2 * margin);
  const yOf = (reached: number): number =>
    margin + (1 - Math.min(1, Math.max(0, reached))) * (height - 2 * margin);
  const line = `M${points.map(({ at, reached }) => `${rounded(xOf(at))} ${rounded(yOf(reached))}`).join('L')}`;
  const end = { x: xOf(last.at), y: yOf(last.reached) };
  const bottom = String(height);
  return {
    line,
    area: `${line}V${bottom}H0Z`,
    usual:
      usual &&
      `M${rounded(xOf(began))} ${bottom}L${rounded(xOf(began + usual.fromMs))} ${String(margin)}H${rounded(xOf(began + usual.toMs))}Z`,
    end,
  };
};
