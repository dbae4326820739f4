import type { NewsKind } from './quiet.ts';
import type { KeyTrouble } from './vault.ts';

export const pushServices = [
  'ntfy',
  'bark',
  'telegram',
  'wecom',
  'dingtalk',
  'feishu',
  'discord',
  'slack',
  'json',
] as const;

export type PushService = (typeof pushServices)[number];

/**
 * What is entered for a service. The address is a server's for ntfy, Bark and Telegram, and else the whole webhook,
 * which is as secret as a key. All of them are kept in the keychain, together.
 */
export const pushFieldNames = ['address', 'channel', 'token', 'secret'] as const;

export type PushField = (typeof pushFieldNames)[number];

/** Empty for what is left out. */
export type PushFields = Readonly<Record<PushField, string>>;

export interface PushForm {
  /** What the address is unless the user says otherwise; empty where only the user can know it. */
  readonly address: string;
  readonly needs: readonly PushField[];
  readonly may: readonly PushField[];
  /** The field whose end is shown of a stored target. */
  readonly hinted: PushField;
}

/** What each service has to be told. */
export const pushForms: Readonly<Record<PushService, PushForm>> = {
  ntfy: { address: 'https://ntfy.sh', needs: ['address', 'channel'], may: ['token'], hinted: 'channel' },
  bark: { address: 'https://api.day.app', needs: ['address', 'token'], may: [], hinted: 'token' },
  telegram: {
    address: 'https://api.telegram.org',
    needs: ['address', 'token', 'channel'],
    may: [],
    hinted: 'token',
  },
  wecom: { address: '', needs: ['address'], may: [], hinted: 'address' },
  dingtalk: { address: '', needs: ['address'], may: ['secret'], hinted: 'address' },
  feishu: { address: '', needs: ['address'], may: ['secret'], hinted: 'address' },
  discord: { address: '', needs: ['address'], may: [], hinted: 'address' },
  slack: { address: '', needs: ['address'], may: [], hinted: 'address' },
  json: { address: '', needs: ['address'], may: ['token'], hinted: 'address' },
};

/** Where the user wants to be told when away from the desk. Holds nothing that is secret. */
export interface PushTarget {
  readonly id: string;
  readonly name: string;
  readonly service: PushService;
  /** Scheme, host and port of the address. */
  readonly origin: string;
  /** The last four characters of what is secret; null when it is too short to hint at. */
  readonly hint: string | null;
  readonly kinds: readonly NewsKind[];
  /** News of the tasks of these gateways; null for all gateways. */
  readonly gatewayIds: readonly string[] | null;
  readonly allowPlainHttp: boolean;
}

/** What the user fills in. Fields are given all together or, null, stay what is stored. */
export interface PushDraft extends Omit<PushTarget, 'id' | 'origin' | 'hint'> {
  readonly fields: PushFields | null;
}

/** Why a message did not arrive; `refused` and `rate-limited` in the service's own way of saying so. */
export type PushFailure =
  | 'refused'
  | 'rate-limited'
  | 'service-error'
  | 'unreadable'
  | 'no-network'
  | 'unknown-host'
  | 'unreachable'
  | 'insecure'
  | 'timed-out'
  | 'redirected'
  | 'too-large'
  | 'no-secret'
  | KeyTrouble;

/** What came of the last message. `said` is the service's own words, without secrets; empty when it said nothing. */
export interface PushOutcome {
  readonly at: number;
  /** Null when it was taken. */
  readonly failure: PushFailure | null;
  readonly said: string;
}

/** A target as it is drawn. */
export interface PushTargetEntry extends PushTarget {
  readonly last: PushOutcome | null;
  /** Announcements that are still to be delivered, and those that were given up. */
  readonly waiting: number;
  readonly undelivered: number;
}

export type PushTrouble =
  | 'name-missing'
  | 'name-taken'
  | 'unknown-target'
  | 'unknown-service'
  | 'field-missing'
  | 'not-a-url'
  | 'not-http'
  | 'url-holds-password'
  | 'plain-http'
  | 'malformed'
  | KeyTrouble;

export const isPushService = (word: string): word is PushService =>
  (pushServices as readonly string[]).includes(word);
