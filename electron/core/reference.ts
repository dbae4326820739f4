import type { Gateway } from '../shared/gateway.ts';
import type { Understanding } from '../shared/ipc-contract.ts';
import { idsInJson } from './reference-json.ts';
import { isLink, taskOfLink, type LinkedTask } from './reference-link.ts';
import { isPlausibleId, looksLikeId, standsOutAsId } from './reference-id.ts';

/** Far more than any list of ids; what comes after it is not read. */
const longestText = 1024 * 1024;

/**
 * What a pasted text asks to watch: one id, many ids (on lines, or separated by spaces, tabs, commas), links to
 * tasks, or a gateway's JSON answer. Ids keep their spelling and order; duplicates are dropped. Never throws.
 */
export const readReference = (text: string, gateways: readonly Gateway[]): Understanding => {
  const read = text.slice(0, longestText).trim();
  const fromJson = idsInJson(read);
  if (fromJson !== null) return understood(fromJson.map((remoteId) => ({ remoteId, gatewayId: null })));

  const words = wordsOf(read);
  // The words around links are prose or a command, and a command holds a key that must not pass for an id.
  const links = words.filter(isLink);
  if (links.length > 0) {
    return understood(links.map((link) => taskOfLink(link, gateways)).filter((task) => task !== null));
  }
  const isId = words.every(looksLikeId) ? looksLikeId : standsOutAsId;
  return understood(words.filter(isId).map((remoteId) => ({ remoteId, gatewayId: null })));
};

const understood = (tasks: readonly LinkedTask[]): Understanding => {
  const plausible = tasks.filter((task) => isPlausibleId(task.remoteId));
  const gatewayIds = new Set(plausible.map((task) => task.gatewayId));
  const [onlyGateway = null] = gatewayIds;
  return {
    remoteIds: [...new Set(plausible.map((task) => task.remoteId))],
    gatewayId: gatewayIds.size === 1 ? onlyGateway : null,
  };
};

// Ids in running text are ASCII, so everything else parts words, such as the punctuation of Chinese sentences.
const separators = /[^\x21-\x7E]+|[,;]+/;

const wordsOf = (text: string): string[] =>
  text
    .split(separators)
    .map((word) => word.replace(/^[^\w:/-]+/, '').replace(/[^\w:/=-]+$|:+$/, ''))
    .filter((word, index, all) => word !== '' && !/^bearer$/i.test(all[index - 1] ?? ''));
