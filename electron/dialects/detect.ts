import type { HttpResponse } from '../core/ports.ts';
import type { GatewayTestOutcome, ProbeOutcome } from '../shared/gateway.ts';
import type { DialectId } from './dialect.ts';
import { parseObject } from './json-fields.ts';
import { dialects, type KnownDialect } from './registry.ts';

/**
 * The dialect that a gateway speaks: by its maker's host, else by the shape of an answer's JSON when exactly one
 * dialect has it. Null when neither tells. A base URL that is none is no reason to fail.
 */
export const detectDialect = (baseUrl: string, body: unknown): DialectId | null => {
  const all = Object.values(dialects);
  const atHost = all.filter(({ shape }) => shape.hosts.some((host) => isHostOf(baseUrl, host)));
  if (atHost.length === 1) return onlyOne(atHost);
  return onlyOne((atHost.length === 0 ? all : atHost).filter((dialect) => dialect.recognises(body)));
};

/**
 * What a gateway Test tells: how the probe ended, and by what name the API is known that answered it, null when
 * nothing tells. `response` is null when there was none.
 */
export const testOutcome = (
  probed: ProbeOutcome,
  baseUrl: string,
  response: HttpResponse | null,
): GatewayTestOutcome => {
  const body = response === null ? null : parseObject(response.body);
  const id = detectDialect(baseUrl, body?.ok === true ? body.value : null);
  return { ...probed, dialect: id === null ? null : dialects[id].label };
};

const onlyOne = (found: readonly KnownDialect[]): DialectId | null => {
  const [first, ...more] = found;
  return first === undefined || more.length > 0 ? null : first.id;
};

/** Makers also serve accounts and regions at names below their host. */
const isHostOf = (baseUrl: string, host: string): boolean => {
  if (!URL.canParse(baseUrl)) return false;
  const { hostname } = new URL(baseUrl);
  return hostname === host || hostname.endsWith(`.${host}`);
};
