import type { Understanding, Watched } from '../electron/shared/watching.ts';
import { words } from '../electron/shared/language/spoken.ts';
import type { GatewayEntry } from '../electron/shared/watchlist-view.ts';

/** What the user chose: for this text, and for the one before. */
export interface Choice {
  readonly chosenId: string | null;
  readonly earlierId: string | null;
}

/**
 * The gateway that the ids of a text will be asked at; null when the user has to choose. What the text says comes
 * first; an address that no gateway has is asked elsewhere only if the user says so.
 */
export const gatewayFor = (
  { gatewayId, newGateway, dialect }: Understanding,
  gateways: readonly GatewayEntry[],
  { chosenId, earlierId }: Choice,
): GatewayEntry | null => {
  const named = (id: string | null): GatewayEntry | null => gateways.find((one) => one.id === id) ?? null;
  if (gatewayId !== null || newGateway !== null) return named(gatewayId ?? chosenId);
  if (chosenId !== null) return named(chosenId);
  return only(gateways) ?? only(gateways.filter((one) => one.dialect === dialect)) ?? named(earlierId);
};

const only = (gateways: readonly GatewayEntry[]): GatewayEntry | null =>
  gateways.length === 1 ? (gateways[0] ?? null) : null;

/** Says what became of the ids. */
export const watchedText = ({ added, alreadyWatched }: Watched): string => {
  const said = words().addBox;
  const known = said.wereWatched(alreadyWatched.length);
  if (added.length === 0) return alreadyWatched.length === 1 ? said.isWatched : known;
  const fresh = said.watching(added.length);
  return alreadyWatched.length === 0 ? fresh : said.both(fresh, known);
};
