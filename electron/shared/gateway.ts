import type { CheckTrouble } from './task.ts';

/** One base URL, dialect and credential that the user named. Two keys on one host are two gateways. */
export interface Gateway {
  readonly id: string;
  readonly name: string;
  /** Origin and optional path, without a trailing slash. */
  readonly baseUrl: string;
  readonly dialect: string;
  /** The user accepted that the key travels unencrypted to a host that is not this machine. */
  readonly allowPlainHttp: boolean;
  /** The last four characters of the stored key; null when there is no key or it is too short to hint at. */
  readonly keyHint: string | null;
}

/** What the user fills in. The key goes in here and never comes out. */
export interface GatewayDraft {
  readonly name: string;
  readonly baseUrl: string;
  readonly dialect: string;
  readonly allowPlainHttp: boolean;
  /** Null keeps the key that is already stored. */
  readonly key: string | null;
}

export type GatewayTrouble =
  | 'name-missing'
  | 'name-taken'
  | 'not-a-url'
  | 'not-http'
  | 'url-holds-password'
  | 'url-holds-query'
  | 'plain-http'
  | 'unknown-dialect'
  | 'key-missing'
  | 'key-malformed'
  | 'keyring-locked'
  | 'keyring-absent'
  | 'keyring-failed'
  | 'unknown-gateway';

/** What a Test found: the gateway answered as its dialect says, or why not. */
export type GatewayTestOutcome =
  { readonly reached: true } | { readonly reached: false; readonly trouble: CheckTrouble };
