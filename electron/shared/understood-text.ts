import type { Understanding } from './ipc-contract.ts';
import { referenceNoteSentences } from './messages.ts';

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
  const { remoteIds, newGateway, note } = understanding;
  const said = dialect === null ? '' : ` (${dialect})`;
  if (newGateway !== null && gateway === null) {
    const host = newGateway.baseUrl.replace(/^https:\/\//, '');
    const what = remoteIds.length > 0 ? `${idsText(remoteIds.length)} at ${host}` : `A request to ${host}`;
    return `${what}${said}, which is no gateway yet. ${newKeyText(understanding)}${noteText(note)}`;
  }
  if (note !== null) return referenceNoteSentences[note];
  if (remoteIds.length === 0) return '';
  return gateway === null
    ? `${idsText(remoteIds.length)}${said}, for which gateway?`
    : `${idsText(remoteIds.length)} for ${gateway}${said}`;
};

const idsText = (count: number): string => `${String(count)} ${count === 1 ? 'id' : 'ids'}`;

const newKeyText = ({ keyFound, keyHint }: Understanding): string => {
  if (!keyFound) return 'No key is in the text.';
  const ending = keyHint === null ? '' : ` ending in ${keyHint}`;
  return `A key${ending} was found: keep it in the keychain with the new gateway?`;
};

const noteText = (note: Understanding['note']): string =>
  note === null ? '' : ` ${referenceNoteSentences[note]}`;
