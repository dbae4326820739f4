import type { Gateway } from '../shared/gateway.ts';
import { isFinalPhase, type CheckTrouble, type Report } from '../shared/task.ts';
import type { Answered, Checker } from './checker.ts';
import type { DialectNamed } from './dialect.ts';

/** Asks about several tasks of a gateway in as few requests as its dialect allows. */
export interface Company {
  /** How many tasks one request of this gateway can cover, at least 1. */
  mostAtOnce(gateway: Gateway): number;
  /** False for a task of which the gateway's list says nothing, or not enough: that one is asked about alone. */
  canJoin(gatewayId: string, remoteId: string): boolean;
  /**
   * A task that is missing in the answers has to be asked about alone, in its turn: a loop here would go on past a
   * refused key or a request for patience.
   */
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
  // As it is described now: at another address there may be a list.
  const withoutList = new WeakSet<Gateway>();
  const alone = new Set<string>();
  const keyOf = (gatewayId: string, remoteId: string): string => `${gatewayId}\n${remoteId}`;

  const answersIn = (
    listed: ReadonlyMap<string, Report>,
    gateway: Gateway,
    remoteIds: readonly string[],
  ): ReadonlyMap<string, Answered> => {
    const answers = new Map<string, Answered>();
    for (const remoteId of remoteIds) {
      const report = listed.get(remoteId);
      // Lists leave out what an ending brings, such as links and reasons: that is worth a request of its own.
      if (report === undefined || isFinalPhase[report.phase]) alone.add(keyOf(gateway.id, remoteId));
      else answers.set(remoteId, { kind: 'report', report });
    }
    return answers;
  };

  return {
    mostAtOnce: (gateway) =>
      withoutList.has(gateway) ? 1 : Math.max(1, dialectNamed(gateway.dialect)?.list?.most ?? 1),
    canJoin: (gatewayId, remoteId) => !alone.has(keyOf(gatewayId, remoteId)),
    ask: async (gateway, remoteIds) => {
      const [first, ...others] = remoteIds;
      if (first === undefined) return new Map();
      if (others.length === 0) return new Map([[first, await checker.ask(gateway, first)]]);
      const listed = await checker.askList(gateway, remoteIds);
      if (!('kind' in listed)) return answersIn(listed, gateway, remoteIds);
      if (!noListHere.has(listed.trouble)) return new Map(remoteIds.map((remoteId) => [remoteId, listed]));
      withoutList.add(gateway);
      return new Map();
    },
  };
};
