import type { Understanding, Watched } from '../electron/shared/ipc-contract.ts';
import type { GatewayEntry } from '../electron/shared/watchlist-view.ts';

const counted = (count: number, one: string, many: string): string =>
  `${String(count)} ${count === 1 ? one : many}`;

/** The gateway that the ids of a text will be asked at; null when the user has to choose. */
export const gatewayFor = (
  understanding: Understanding,
  gateways: readonly GatewayEntry[],
  chosenId: string | null,
): GatewayEntry | null => {
  const only = gateways.length === 1 ? gateways[0]?.id : chosenId;
  return gateways.find(({ id }) => id === (understanding.gatewayId ?? only)) ?? null;
};

/** Says what was understood of a text before it is added; empty when there is nothing to say. */
export const understoodText = (understanding: Understanding, gateway: GatewayEntry | null): string => {
  const count = understanding.remoteIds.length;
  if (count === 0) return '';
  const ids = counted(count, 'id', 'ids');
  return gateway ? `${ids} for ${gateway.name}` : `${ids}, for which gateway?`;
};

/** Says what became of the ids. */
export const watchedText = ({ added, alreadyWatched }: Watched): string => {
  const known = counted(alreadyWatched.length, 'was watched already', 'were watched already');
  if (added.length === 0) return alreadyWatched.length === 1 ? 'This task is watched already' : known;
  const fresh = `Watching ${counted(added.length, 'task', 'tasks')}`;
  return alreadyWatched.length === 0 ? fresh : `${fresh}; ${known}`;
};
