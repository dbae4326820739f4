import type { Understanding } from './watching.ts';
import { words } from './language/spoken.ts';

/** What the ids of a text would be asked at, and what it is called. */
export interface UnderstoodNames {
  /** Null when the text does not say, and nobody has chosen. */
  readonly gateway: string | null;
  /** Null when it is not known. */
  readonly dialect: string | null;
}

/** Says what was understood of a text before anything is done with it; empty when there is nothing to say. */
export const understoodText = (
  understanding: Understanding,
  { gateway, dialect }: UnderstoodNames,
): string => {
  const { remoteIds, newGateway, keyFound, note } = understanding;
  const said = words().adding;
  const ids = said.ids(remoteIds.length);
  const named = (what: string): string =>
    dialect === null ? what : said.inDialect(what, words().dialects.labelled(dialect));
  if (newGateway !== null && gateway === null) {
    const host = newGateway.baseUrl.replace(/^https:\/\//, '');
    const what = remoteIds.length > 0 ? said.idsAt(ids, host) : said.requestTo(host);
    const offer = said.noGatewayYet(named(what), newKeyText(understanding));
    return note === null ? offer : said.withNote(offer, said.notes[note]);
  }
  const leavesKey = keyFound && gateway !== null;
  if (note !== null) return leavesKey ? said.withNote(said.notes[note], said.keyUnused) : said.notes[note];
  if (remoteIds.length === 0) return '';
  if (gateway === null) return said.forWhichGateway(named(ids));
  const asked = named(said.idsFor(ids, gateway));
  return leavesKey ? said.withKeyUnused(asked) : asked;
};

const newKeyText = ({ keyFound, keyHint }: Understanding): string => {
  const said = words().adding;
  if (!keyFound) return said.noKey;
  return keyHint === null ? said.keyFound : said.keyFoundEnding(keyHint);
};
