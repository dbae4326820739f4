import type { Gateway } from '../shared/gateway.ts';
import type { NewGateway, Understanding } from '../shared/watching.ts';
import { freeName } from './free-name.ts';
import { keyHintOf } from './gateway-draft.ts';
import { isPlausibleId } from './reference-id.ts';
import type { PastedKey } from './reference-request.ts';
import type { LinkedTask, ReferenceContext } from './reference-link.ts';

/** What a reader made of a text. */
export interface Found {
  readonly tasks: readonly FoundTask[];
  /** Where the text's requests go, whatever they are about. */
  readonly address: LinkedTask | null;
  /** The dialect that an answer is in. */
  readonly dialect: string | null;
  readonly note: Understanding['note'];
}

export type FoundTask = LinkedTask | { readonly remoteId: string; readonly baseUrl: null };

export const foundIds = (remoteIds: readonly string[]): readonly FoundTask[] =>
  remoteIds.map((remoteId) => ({ remoteId, baseUrl: null }));

/** The whole of what was understood. The key is in nothing of it, but for its last four characters. */
export const understood = (
  found: Found,
  pasted: PastedKey | null,
  context: ReferenceContext,
): Understanding => {
  const key = pasted?.key ?? null;
  const isSafe = (text: string): boolean => key === null || !text.includes(key);
  const tasks = found.tasks.filter(
    ({ remoteId }) => remoteId !== null && isPlausibleId(remoteId) && isSafe(remoteId),
  );
  const place = placeOf(tasks, found.address);
  const dialect = place.linked?.dialect ?? found.dialect;
  const { address } = place;
  const isNew =
    address?.gateways.length === 0 && (tasks.length > 0 || key !== null) && isSafe(address.baseUrl);
  // An answer may name a place that its request did not go to; the key is not for that.
  const isKeyForIt = key !== null && (!isNew || new URL(address.baseUrl).origin === pasted?.origin);
  const keyHint = isKeyForIt ? keyHintOf(key) : null;
  return {
    remoteIds: [...new Set(tasks.flatMap(({ remoteId }) => remoteId ?? []))],
    gatewayId: gatewayIn(address?.gateways ?? [], keyHint),
    dialect: dialect ?? address?.dialect ?? null,
    newGateway: isNew ? newGateway(address, dialect, context) : null,
    keyFound: isKeyForIt,
    keyHint,
    note: tasks.length === 0 ? found.note : null,
  };
};

interface Place {
  /** The address of the tasks themselves. */
  readonly linked: LinkedTask | null;
  /** That, or where the request went that they are the answer to. */
  readonly address: LinkedTask | null;
}

/** The one address that all of the tasks have; none when they differ, since each text goes to one gateway. */
const placeOf = (tasks: readonly FoundTask[], requested: LinkedTask | null): Place => {
  const [first] = tasks;
  if (first === undefined) return { linked: null, address: requested };
  if (tasks.every(({ baseUrl }) => baseUrl === null)) return { linked: null, address: requested };
  const isSame = (task: FoundTask): boolean =>
    task.baseUrl !== null &&
    first.baseUrl !== null &&
    task.baseUrl === first.baseUrl &&
    task.dialect === first.dialect;
  const linked = first.baseUrl !== null && tasks.every(isSame) ? first : null;
  return { linked, address: linked };
};

/** Several gateways at one address differ in their keys: then the key's ending tells, or nothing does. */
const gatewayIn = (gateways: readonly Gateway[], keyHint: string | null): string | null => {
  const meant =
    gateways.length > 1 ? gateways.filter((one) => keyHint !== null && one.keyHint === keyHint) : gateways;
  const [only, ...others] = meant;
  return others.length === 0 ? (only?.id ?? null) : null;
};

/** Where nothing tells the dialect, the first that is known is the commonest. */
const newGateway = (
  { baseUrl, dialect }: LinkedTask,
  known: string | null,
  { dialects, gateways }: ReferenceContext,
): NewGateway | null => {
  const chosen = known ?? dialect ?? dialects[0]?.id;
  return chosen === undefined ? null : { name: nameFor(baseUrl, gateways), baseUrl, dialect: chosen };
};

/** The host without what all API hosts begin with, and a number where that is taken. */
const nameFor = (baseUrl: string, gateways: readonly Gateway[]): string => {
  const host = new URL(baseUrl).host.replace(/^(?:api|www|gateway|queue)\.(?=.*\.)/, '');
  return freeName(host, gateways, (name, number) => `${name} ${String(number)}`);
};
