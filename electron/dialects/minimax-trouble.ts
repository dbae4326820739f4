import type { CheckTrouble } from '../shared/task.ts';
import { troubleOfError } from './gateway-error.ts';
import { numberAt, type JsonObject } from './json-fields.ts';

const troubles: ReadonlyMap<number, CheckTrouble> = new Map<number, CheckTrouble>([
  ...[1002, 1039].map((code) => [code, 'rate-limited'] as const),
  ...[1004, 2049].map((code) => [code, 'refused'] as const),
  ...[1000, 1001, 1013, 1024, 1033].map((code) => [code, 'server-error'] as const),
]);

/** What the code in `base_resp` says of a request, also under HTTP 200; null for the codes that tasks have too. */
export const troubleOfCode = (body: JsonObject): CheckTrouble | null =>
  troubles.get(numberAt(body, 'base_resp', 'status_code') ?? 0) ?? null;

/** What an answer without a task says; null when it names nothing known. */
export const troubleWithoutTask = (body: JsonObject): CheckTrouble | null =>
  troubleOfCode(body) ?? troubleOfError(body);
