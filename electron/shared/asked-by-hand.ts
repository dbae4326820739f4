import type { Report } from './task.ts';

type Asked = Pick<Report, 'phase' | 'linksPending'>;

/** With more, tasks that go on would wait long for those of which only the links are asked. */
export const mostReadyAsked = 10;

/** Ready with its links: all that a gateway can have for it are others. */
export const isReadyWhole = ({ phase, linksPending }: Asked): boolean =>
  phase === 'succeeded' && !linksPending;

/**
 * Whether a gateway can have something new about a task that the user asks about: it may have found a lost one, go on
 * with a failed one, or have other links to what is ready.
 */
export const mayBeAsked = ({ phase, linksPending }: Asked): boolean => phase !== 'cancelled' || linksPending;

/** About how many of these tasks gateways are asked when the user asks about all of them. */
export const countAsked = (tasks: readonly Asked[]): number => {
  const ready = tasks.filter(isReadyWhole).length;
  return tasks.filter(mayBeAsked).length - Math.max(0, ready - mostReadyAsked);
};
