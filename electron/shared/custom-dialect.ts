import type { CheckTrouble, Failure, Phase, ResultLink } from './task.ts';

/** What of an answer a selector (RFC 9535 JSONPath) finds. */
export const selectorNames = [
  ...(['status', 'progress', 'title', 'model', 'video', 'thumbnail', 'audio'] as const),
  ...(['failureCode', 'failureMessage', 'createdAt', 'updatedAt', 'taskId'] as const),
] as const;

export type SelectorName = (typeof selectorNames)[number];

export const wordLists = ['queued', 'succeeded', 'failed', 'cancelled', 'gone'] as const;

export type WordList = (typeof wordLists)[number];

/** An API as a user describes it: data and nothing else. */
export interface CustomDialect {
  /** `custom:` and a slug. */
  readonly id: string;
  readonly label: string;
  /** Below the base URL, with `{id}`. The first is asked, the others are more addresses of the same task. */
  readonly paths: readonly string[];
  /** The value holds `{key}`. */
  readonly header: { readonly name: string; readonly value: string };
  /** An empty selector finds nothing. */
  readonly selectors: Readonly<Record<SelectorName, string>>;
  readonly progressScale: 'fraction' | 'percent';
  /** Status words; every word that is in no list means that the task runs. */
  readonly words: Readonly<Record<WordList, readonly string[]>>;
}

export type CustomDialectField =
  'id' | 'label' | 'paths' | 'headerName' | 'headerValue' | SelectorName | WordList;

/** What can be wrong with a field. The sentence for each is in custom-dialect-messages.ts. */
export type CustomDialectTrouble =
  | 'id-malformed'
  | 'label-missing'
  | 'label-too-long'
  | 'path-missing'
  | 'path-malformed'
  | 'path-without-id'
  | 'path-too-long'
  | 'too-many-paths'
  | 'header-malformed'
  | 'header-not-allowed'
  | 'header-without-key'
  | 'header-too-long'
  | 'selector-missing'
  | 'selector-malformed'
  | 'selector-too-broad'
  | 'selector-too-long'
  | 'word-missing'
  | 'word-malformed'
  | 'word-twice'
  | 'too-many-words';

/** The first trouble of each field that has one; empty for a description that can be used. */
export type CustomDialectTroubles = Readonly<Partial<Record<CustomDialectField, CustomDialectTrouble>>>;

/** Why a text is no description of an API. */
export type DialectTextTrouble =
  | { readonly kind: 'not-json' }
  /** `at` names the field that is missing or of the wrong kind. */
  | { readonly kind: 'not-a-dialect'; readonly at: string }
  | { readonly kind: 'troubles'; readonly troubles: CustomDialectTroubles };

export type DialectRemovalTrouble = 'unknown-dialect' | 'in-use';

/** A dialect that a gateway can be given. */
export interface DialectEntry {
  readonly id: string;
  readonly label: string;
  readonly isCustom: boolean;
}

export interface ListedDialect extends DialectEntry {
  /** How often its gateways are asked a second at most, unless the user says otherwise. */
  readonly requestsPerSecond: number;
}

export interface SavedDialect extends DialectEntry {
  /** Another description of the same id was there and is gone. */
  readonly replaced: boolean;
}

/** What a description makes of a sample answer. */
export interface DialectPreview {
  readonly troubles: CustomDialectTroubles;
  /** Null as long as the description or the sample is not complete enough to be read. */
  readonly reading: PreviewReading | null;
  /** What each selector finds in the sample: how many values, and the first of them as text. */
  readonly found: Readonly<Partial<Record<SelectorName, FoundValue>>>;
}

export interface FoundValue {
  readonly count: number;
  readonly first: string | null;
}

export type PreviewReading =
  | { readonly kind: 'trouble'; readonly trouble: CheckTrouble }
  | {
      readonly kind: 'report';
      readonly phase: Phase;
      readonly stage: string | null;
      readonly progress: number | null;
      readonly title: string | null;
      readonly model: string | null;
      readonly links: readonly ResultLink['kind'][];
      readonly failure: Failure | null;
    };
