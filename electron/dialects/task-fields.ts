import type { Report, ResultLink } from '../shared/task.ts';
import { failureReasonOf } from './failure-reason.ts';
import { linkExpiry } from './link-expiry.ts';
import { plainText, safeText } from './plain-text.ts';
import { timeOf } from './time-of.ts';
import { webAddress } from './web-address.ts';
import { meaningIn, type Words } from './words.ts';

/** What a dialect picked out of an answer, unchecked: any field may hold anything. */
export interface TaskFields {
  /** The status word that decides. */
  readonly word: string;
  /** What to show as the stage, where it says more than the word. */
  readonly stage?: string | null;
  /** 0 to 1. */
  readonly progress?: number | null;
  readonly title?: string | null;
  readonly model?: string | null;
  /** In order of preference: of each kind the first that is a web address counts. */
  readonly links?: readonly FoundLink[];
  readonly failure?: { readonly code: string | null; readonly message: string | null };
  readonly queuePosition?: number | null;
  readonly createdAt?: unknown;
  readonly updatedAt?: unknown;
}

export interface FoundLink {
  readonly kind: ResultLink['kind'];
  readonly url: string | null;
  readonly needsKey?: boolean;
  /** When the answer itself says so; what the link says counts more. */
  readonly expiresAt?: unknown;
}

export interface FieldRules {
  readonly words: Words;
  /** How long a link lives by the documents, ms from the end of the task; null where they do not say. */
  readonly linkLifeMs: number | null;
}

const longestTitle = 500;
const longestWord = 80;
const longestMessage = 500;

/** The report that the fields make, every text fit to be shown; 'gone' when the word says there is no such task. */
export const reportOf = (fields: TaskFields, rules: FieldRules): Report | 'gone' => {
  const phase = meaningIn(rules.words, fields.word);
  if (phase === 'gone') return 'gone';
  const updatedAt = timeOf(fields.updatedAt);
  const { queuePosition } = fields;
  return {
    phase,
    progress: clamped(fields.progress ?? null),
    stage: plainText(fields.stage ?? fields.word, longestWord),
    title: shown(fields.title, longestTitle),
    model: shown(fields.model, longestWord),
    links: phase === 'succeeded' ? linksOf(fields.links ?? [], rules.linkLifeMs, updatedAt) : [],
    linksPending: false,
    failure: phase === 'failed' ? failureFrom(fields) : null,
    queuePosition: queuePosition !== undefined && isPlace(queuePosition) ? queuePosition : null,
    createdAt: timeOf(fields.createdAt),
    updatedAt,
  };
};

/** At most one link of each kind, http or https only. */
export const linksOf = (
  found: readonly FoundLink[],
  linkLifeMs: number | null,
  endedAt: number | null,
): readonly ResultLink[] => {
  const links = new Map<ResultLink['kind'], ResultLink>();
  for (const { kind, url: text, needsKey = false, expiresAt } of found) {
    const url = webAddress(text);
    if (url === null || links.has(kind)) continue;
    const byLife = linkLifeMs === null || endedAt === null ? null : endedAt + linkLifeMs;
    links.set(kind, { kind, url, needsKey, expiresAt: linkExpiry(url) ?? timeOf(expiresAt) ?? byLife });
  }
  return [...links.values()];
};

/** Why a failed task failed, in the gateway's words; an empty message where it has none. */
const failureFrom = ({ word, failure }: TaskFields): NonNullable<Report['failure']> => {
  const said = failure?.message ?? null;
  const code = failure?.code ?? (said !== null && isCodeLike(said) ? said : word.toLowerCase());
  const message = said ?? failure?.code ?? '';
  return {
    code: safeText(code, longestWord),
    message: safeText(message, longestMessage),
    reason: failureReasonOf(code, said ?? ''),
  };
};

const isCodeLike = (text: string): boolean =>
  /^[a-z0-9]+(?:[_.-][a-z0-9]+)+$/i.test(text) && text.length <= longestWord;

const clamped = (progress: number | null): number | null =>
  progress === null || Number.isNaN(progress) ? null : Math.min(Math.max(progress, 0), 1);

const shown = (text: string | null | undefined, longest: number): string | null =>
  text === null || text === undefined || text.trim() === '' ? null : plainText(text, longest);

const isPlace = (place: number | null): place is number =>
  place !== null && Number.isSafeInteger(place) && place >= 0;
