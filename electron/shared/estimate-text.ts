import { words, type Words } from './language/spoken.ts';
import { percentText } from './progress-text.ts';
import { roughTimeOf, roughTimeText, type RoughTime } from './rough-time.ts';
import { isFinalPhase } from './task.ts';
import type { TaskEntry } from './watchlist-view.ts';

/** How much longer a task takes, in the words that row, tray and command line share. */

type Estimated = Pick<TaskEntry, 'phase' | 'progress' | 'estimate'>;

/** What there is to say; `left` is null when it ends any moment. */
type Outlook =
  | { readonly kind: 'usual'; readonly usualMs: number }
  | { readonly kind: 'left'; readonly left: RoughTime | null }
  | { readonly kind: 'long' }
  | { readonly kind: 'stalled'; readonly at: string | null; readonly forMs: number };

/** Null while nothing is known, and for a task that has ended. */
const outlookOf = ({ phase, progress, estimate }: Estimated, now: number, finestMs = 0): Outlook | null => {
  if (estimate === null || isFinalPhase[phase]) return null;
  const { endsAt, longFrom, usualMs, stalledSince } = estimate;
  // Nobody knows how long a queue is, so only what comes after it is told.
  if (phase === 'queued') return usualMs === null ? null : { kind: 'usual', usualMs };
  if (stalledSince !== null) {
    const at = progress === null ? null : percentText(progress);
    return { kind: 'stalled', at, forMs: now - stalledSince };
  }
  return now >= longFrom ? { kind: 'long' } : { kind: 'left', left: roughTimeOf(endsAt - now, finestMs) };
};

const leftText = (left: RoughTime | null, about: (length: string) => string): string =>
  left === null ? words().timing.anyMoment : about(words().times.length(left, null));

const usualText = (usualMs: number): string => words().timing.usually(roughTimeText(usualMs));

const stalledText = (at: string | null, said: Pick<Words['timing'], 'stalled' | 'stalledAt'>): string =>
  at === null ? said.stalled : said.stalledAt(at);

/** "about 2 min left", "any moment", "usually 3 min", "running long", "stalled at 99%"; null while nothing is known. */
export const estimateText = (task: Estimated, now: number): string | null => {
  const outlook = outlookOf(task, now);
  switch (outlook?.kind) {
    case undefined:
      return null;
    case 'usual':
      return usualText(outlook.usualMs);
    case 'left':
      return leftText(outlook.left, words().timing.aboutLeft);
    case 'long':
      return words().timing.runningLong;
    case 'stalled':
      return stalledText(outlook.at, words().timing);
  }
};

/** The same beside the heading "Time left", which says nothing of a queue: "about 2 min", "stalled at 99% for 4 min". */
export const timeLeftText = (task: Estimated, now: number): string | null => {
  const outlook = outlookOf(task, now);
  if (outlook === null || outlook.kind === 'usual') return null;
  const said = words().timing;
  if (outlook.kind === 'left') return leftText(outlook.left, said.about);
  if (outlook.kind === 'long') return said.runningLong;
  return said.stalledFor(stalledText(outlook.at, said), roughTimeText(outlook.forMs));
};

/** Beside the heading "Usually takes"; null while too few tasks like it have been seen. */
export const usuallyTakesText = ({ phase, estimate }: Estimated): string | null => {
  const usualMs = estimate?.usualMs ?? null;
  return usualMs === null || isFinalPhase[phase] ? null : roughTimeText(usualMs);
};

/**
 * Where a task stands with what is known of its end, for a place that is drawn anew at some cost: "40% · about 2 min",
 * "Queued · usually 3 min", "Stalled at 99%". As time passes it changes once a minute at most, and every five minutes
 * above ten. `stand` says without the estimate how far the task is.
 */
export const coarseStandText = (task: Estimated, stand: string, now: number): string => {
  const outlook = outlookOf(task, now, 60_000);
  const { about, runningLong, beginning } = words().timing;
  switch (outlook?.kind) {
    case undefined:
      return stand;
    case 'usual':
      return `${stand} · ${usualText(outlook.usualMs)}`;
    case 'left':
      return `${stand} · ${leftText(outlook.left, about)}`;
    case 'long':
      return task.progress === null ? beginning.runningLong : `${stand} · ${runningLong}`;
    case 'stalled':
      return stalledText(outlook.at, beginning);
  }
};
