import type { GatewaySaving } from './saving.ts';
import type { CheckTrouble } from './task.ts';
import type { KeyTrouble } from './vault.ts';

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
  /** The user's own limit; null leaves it to what the dialect's documents say. */
  readonly requestsPerSecond: number | null;
  readonly saving: GatewaySaving;
}

/** What asking it takes. */
export type AskedGateway = Omit<Gateway, 'name' | 'keyHint' | 'saving'>;

/** What can be tried out before the rest is filled in. The key goes in here and never comes out. */
export interface GatewayTrial {
  readonly baseUrl: string;
  readonly dialect: string;
  readonly allowPlainHttp: boolean;
  /** Null keeps the key that is already stored. */
  readonly key: string | null;
  /** 0.1 to 100; null for the dialect's own pace. */
  readonly requestsPerSecond: number | null;
}

/** What the user fills in. */
export interface GatewayDraft extends GatewayTrial {
  readonly name: string;
  readonly saving: GatewaySaving;
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
  | 'rate-out-of-range'
  | KeyTrouble
  | 'unknown-gateway'
  | 'is-demo';

/** How a Test ended: the gateway answered as its dialect says, or why not. */
export type ProbeOutcome =
  { readonly reached: true } | { readonly reached: false; readonly trouble: CheckTrouble };

/** What a Test found, with the label of the API that was recognised; null when host and answer fit none or many. */
export type GatewayTestOutcome = ProbeOutcome & { readonly dialect: string | null };
