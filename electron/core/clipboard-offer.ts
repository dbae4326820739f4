import { realGateways } from '../shared/demo.ts';
import type { ClipboardOffer, Understanding } from '../shared/watching.ts';
import type { Clipboard } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import { offersClipboard } from './preferences.ts';
import { standsOutAsId } from './reference-id.ts';
import type { Watchlist } from './watchlist.ts';

export interface ClipboardOffersDependencies {
  readonly clipboard: Pick<Clipboard, 'read'>;
  readonly store: Pick<TaskStore, 'setting'>;
  readonly watchlist: Pick<Watchlist, 'tasks' | 'gateway' | 'gateways'>;
  readonly understand: (text: string) => Understanding;
}

/** Offers to watch what is on the clipboard, if the user wants such offers. It is read only when asked, and never kept. */
export interface ClipboardOffers {
  /** Null when there is nothing to offer. */
  look(): Promise<ClipboardOffer | null>;
  /** The user does not want what was offered last: it is not offered again in this run. */
  refuse(): void;
}

/** What is copied to be watched is short; a book is not read through at every look. */
const longestText = 20_000;
const mostTasks = 50;

export const createClipboardOffers = (dependencies: ClipboardOffersDependencies): ClipboardOffers => {
  const { clipboard, store, watchlist, understand } = dependencies;
  let offered: string | null = null;
  let refused: string | null = null;

  const isWatched = (remoteId: string): boolean => {
    for (const { task } of watchlist.tasks()) if (task.remoteId === remoteId) return true;
    return false;
  };

  return {
    look: async () => {
      offered = null;
      if (!offersClipboard(store)) return null;
      const text = await clipboard.read();
      if (text === refused || text.length > longestText) return null;
      const understanding = understand(text);
      const fresh = understanding.remoteIds.filter((remoteId) => !isWatched(remoteId));
      if (fresh.length === 0 || fresh.length > mostTasks || !looksLikeTasks(understanding)) return null;
      const gatewayId = understanding.gatewayId ?? onlyOne(realGateways(watchlist.gateways()))?.id ?? null;
      const gateway = gatewayId === null ? null : watchlist.gateway(gatewayId);
      // A gateway that is not stored wants its key first, and that is for the box of the window.
      if (gateway === null || understanding.newGateway !== null) return null;
      offered = text;
      return { remoteIds: fresh, gateway: gateway.name };
    },
    refuse: () => {
      refused = offered ?? refused;
    },
  };
};

/** Nobody has said that this is about tasks, so dates and version numbers must not pass for ids. */
const looksLikeTasks = ({ gatewayId, dialect, remoteIds }: Understanding): boolean =>
  gatewayId !== null || dialect !== null || remoteIds.every(standsOutAsId);

const onlyOne = <Value>([only, ...others]: readonly Value[]): Value | undefined =>
  others.length === 0 ? only : undefined;
