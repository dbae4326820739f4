import type { CustomDialect } from './custom-dialect.ts';
import type { Gateway } from './gateway.ts';
import { words } from './language/spoken.ts';
import type { Report, TaskEvent, TaskOrigin } from './task.ts';

/** A gateway as it moves: without its key and without what hints at it. */
export type MovedGateway = Omit<Gateway, 'keyHint'>;

/** A task as it moves, with the lines of its history that change its phase. */
export interface ListedMove {
  readonly gateway: string;
  readonly remoteId: string;
  readonly addedAt: number;
  readonly addedFrom: TaskOrigin;
  readonly report: Report | null;
  readonly reportedAt: number | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly seen: boolean;
  readonly history: readonly TaskEvent[];
}

/** What is in an exported file. */
export interface MovedList {
  readonly gateways: readonly MovedGateway[];
  readonly dialects: readonly CustomDialect[];
  readonly tasks: readonly ListedMove[];
}

export const moveVersion = 1;

/** What an import did. Gateways that came with it have no key yet. */
export interface Imported {
  readonly added: number;
  readonly alreadyHere: number;
  readonly gatewaysAdded: readonly string[];
}

/** A removed task that can still be restored. */
export interface BinEntry {
  readonly id: string;
  readonly gateway: string;
  readonly remoteId: string;
  readonly title: string;
  readonly removedAt: number;
}

export type ExportFormat = 'json' | 'csv';

/** What an import did, in a sentence or two. */
export const importedSentence = ({ added, alreadyHere, gatewaysAdded }: Imported): string => {
  const said = words().moves;
  const here = alreadyHere === 0 ? '' : said.alreadyHere(alreadyHere);
  const keys = gatewaysAdded.length === 0 ? '' : said.enterKeys(gatewaysAdded);
  return `${said.imported(added)}${here}${keys}`;
};
