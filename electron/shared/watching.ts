/** Why nothing is watched of what the user gave. */
export type WatchTrouble =
  | 'nothing-found'
  | 'no-gateway'
  | 'unknown-gateway'
  | 'which-gateway'
  /** The text has an address that no stored gateway has. */
  | 'unknown-address'
  | 'too-many';

/** What became of the ids that were in the text. */
export interface Watched {
  readonly added: readonly string[];
  readonly alreadyWatched: readonly string[];
}

/** What a text means, before anything is done with it. */
export interface Understanding {
  readonly remoteIds: readonly string[];
  /** The gateway the text itself points at; null when it names none. */
  readonly gatewayId: string | null;
  /** The id of the dialect that the text is in; null when it does not tell. */
  readonly dialect: string | null;
  /** The address of the text, when no stored gateway has it. */
  readonly newGateway: NewGateway | null;
  /** Whether a key is in the text. It stays in main: `gateways:add-found` takes it from the text itself. */
  readonly keyFound: boolean;
  /** The last four characters of that key; null when there is none or it is too short to hint at. */
  readonly keyHint: string | null;
  /** Why there may be no ids in it. */
  readonly note: ReferenceNote | null;
}

/** A text that holds an error answer of a gateway, or a request that has yet to make a task. */
export type ReferenceNote = 'error-answer' | 'create-request';

/** What a gateway would be that a text speaks of; the name is a suggestion. */
export interface NewGateway {
  readonly name: string;
  readonly baseUrl: string;
  readonly dialect: string;
}

/** Tasks on the clipboard that are not watched yet. The text itself stays in main. */
export interface ClipboardOffer {
  readonly remoteIds: readonly string[];
  readonly gateway: string;
}
