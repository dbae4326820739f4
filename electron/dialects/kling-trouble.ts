import type { CheckTrouble } from '../shared/task.ts';
import { troubleOfError } from './gateway-error.ts';
import { numberAt, type JsonObject } from './json-fields.ts';

const troubles: ReadonlyMap<number, CheckTrouble> = new Map<number, CheckTrouble>([
  ...[1000, 1001, 1002, 1003, 1004, 1103].map((code) => [code, 'refused'] as const),
  [1203, 'not-found'],
  ...[1302, 1303].map((code) => [code, 'rate-limited'] as const),
  ...[5000, 5001, 5002].map((code) => [code, 'server-error'] as const),
]);

/** What the code of an answer says that is not about a task. */
export const klingTrouble = (body: JsonObject): CheckTrouble =>
  troubles.get(numberAt(body, 'code') ?? 0) ?? troubleOfError(body) ?? 'not-understood';
