import type { Gateway } from '../shared/gateway.ts';
import { isFinalPhase, type CheckTrouble } from '../shared/task.ts';
import type { Answered, Checker } from './checker.ts';
import type { DialectNamed } from './dialect.ts';

/** Asks about several tasks of a gateway in as few requests as its dialect allows. */
export interface Company {
  /** How many tasks one request of this gateway can cover, at least 1. */
  mostAtOnce(gateway: Gateway): number;
  /** False for a task that the gateway's list has left out before: asking for it there would be in vain. */
  canJoin(gatewayId: string, remoteId: string): boolean;
  ask(gateway: Gateway, remoteIds: readonly string[]): Promise<ReadonlyMap<string, Answered>>;
}

/** Behind the same base URL there may be a relay that has no list: that shows in these, and only there. */
const noListHere: ReadonlySet<CheckTrouble> = new Set([
  'not-found',
  'not-json',
  'not-understood',
  'other-task',
  'redirected',
  'too-large',
]);

export const createCompany = (checker: Checker, dialectNamed: DialectNamed): Company => {
  const withoutList = new Set<string>();
  const unlisted = new Set<string>();
  const keyOf = (gatewayId: string, remoteId: string): string => `${gatewayId}\n${remoteId}`;

  const askSingly = async (
    gateway: Gateway,
    remoteIds: readonly string[],
    answers: Map<string, Answered>,
  ): Promise<void> => {
    for (const remoteId of remoteIds) answers.set(remoteId, await checker.ask(gateway, remoteId));
  };

  return {
    mostAtOnce: ({ id, dialect }) =>
      withoutList.has(id) ? 1 : Math.max(1, dialectNamed(dialect)?.list?.most ?? 1),
    canJoin: (gatewayId, remoteId) => !unlisted.has(keyOf(gatewayId, remoteId)),
    ask: async (gateway, remoteIds) => {
      const answers = new Map<string, Answered>();
      if (remoteIds.length === 1) {
        await askSingly(gateway, remoteIds, answers);
        return answers;
      }
      const listed = await checker.askList(gateway, remoteIds);
      if ('kind' in listed) {
        if (noListHere.has(listed.trouble)) {
          withoutList.add(gateway.id);
          await askSingly(gateway, remoteIds, answers);
        } else {
          for (const remoteId of remoteIds) answers.set(remoteId, listed);
        }
        return answers;
      }
      const alone: string[] = [];
      for (const remoteId of remoteIds) {
        const report = listed.get(remoteId);
        if (report === undefined) unlisted.add(keyOf(gateway.id, remoteId));
        // Lists leave out what an ending brings, such as links and reasons: that is worth a request of its own.
        if (report === undefined || isFinalPhase[report.phase]) alone.push(remoteId);
        else answers.set(remoteId, { kind: 'report', report });
      }
      await askSingly(gateway, alone, answers);
      return answers;
    },
  };
};
