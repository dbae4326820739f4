import { words } from '../shared/language/spoken.ts';
import type { Clock, Notifier } from './ports.ts';
import type { Watchlist } from './watchlist.ts';

/** The desktop is told again of a store that fails no sooner. */
const quietMs = 3_600_000;

/**
 * Takes what came of each write: null, or why it failed. The window shows the trouble as long as it lasts; the
 * desktop is told once, because from then on endings are told later than usual.
 */
export const createStoreAlarm = (
  clock: Clock,
  notifier: Pick<Notifier, 'show'>,
  watchlist: Pick<Watchlist, 'status' | 'updateStatus'>,
): ((storeTrouble: string | null) => void) => {
  let toldAt: number | null = null;
  return (storeTrouble) => {
    const before = watchlist.status().storeTrouble;
    if (before === storeTrouble) return;
    watchlist.updateStatus({ storeTrouble });
    if (storeTrouble === null || before !== null) return;
    if (toldAt !== null && clock.steady() - toldAt < quietMs) return;
    toldAt = clock.steady();
    void notifier.show({
      title: words().notices.notSaved,
      body: words().notices.goesOnUnsaved(storeTrouble),
      urgency: 'critical',
      route: { to: 'list' },
    });
  };
};
