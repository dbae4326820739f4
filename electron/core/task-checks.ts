import type { Gateway } from '../shared/gateway.ts';
import { isFinalPhase, type CheckTrouble } from '../shared/task.ts';
import {
  backOffDelayMs,
  notFoundAnswersUntilLost,
  notFoundRecheckMs,
  notFoundSpanUntilLostMs,
} from './back-off.ts';
import type { Answered } from './checker.ts';
import type { Company } from './company.ts';
import type { Connection } from './connection.ts';
import { longestOutageMs, type GatewayHolds } from './gateway-holds.ts';
import type { Clock, Random } from './ports.ts';
import type { RecordReport } from './record-report.ts';
import { lostReport, withKnownNames } from './report-merge.ts';
import type { TaskState } from './task-entry.ts';
import { nobodyReached } from './trouble-kinds.ts';
import type { Watchlist } from './watchlist.ts';

export interface TaskChecksDependencies {
  readonly clock: Clock;
  readonly random: Random;
  readonly watchlist: Watchlist;
  readonly company: Pick<Company, 'ask'>;
  readonly holds: Pick<GatewayHolds, 'noteAnswer' | 'noteTrouble'>;
  readonly connection: Pick<Connection, 'noteAnswer' | 'noteTrouble'>;
  readonly isLocal: (gateway: Gateway) => boolean;
  readonly record: RecordReport;
  readonly plan: (state: TaskState, delayMs: number) => void;
  /** Told of every task that was asked about, whatever came of it. */
  readonly onChecked: (taskId: string) => void;
}

/** Checks tasks of one gateway and draws the consequences: report, history, ledger, health, when to ask again. */
export type CheckTasks = (taskIds: readonly string[]) => Promise<void>;

/** The disk may take its time for each of a list's hundreds of reports: after this long the window gets its turn. */
const longestAtOnceMs = 10;

type Troubled = Extract<Answered, { kind: 'trouble' }>;

/** What a request's trouble means for the tasks that it asked about. */
type Blame = 'network' | 'gateway' | 'task';

export const createTaskChecks = (dependencies: TaskChecksDependencies): CheckTasks => {
  const { clock, random, watchlist, company, holds, connection, record, plan } = dependencies;

  const noteAnswer = (gateway: Gateway): void => {
    connection.noteAnswer(dependencies.isLocal(gateway));
    holds.noteAnswer(gateway.id);
  };

  const blameFor = (gateway: Gateway, taskId: string, { trouble, retryAfterMs }: Troubled): Blame => {
    if (connection.noteTrouble(trouble, dependencies.isLocal(gateway))) return 'network';
    return holds.noteTrouble(gateway.id, taskId, trouble, retryAfterMs) ? 'gateway' : 'task';
  };

  const retryDelayMs = (trouble: CheckTrouble, failures: number): number => {
    if (trouble === 'not-found') return notFoundRecheckMs;
    const delayMs = backOffDelayMs(failures, random);
    return nobodyReached.has(trouble) ? Math.min(longestOutageMs, delayMs) : delayMs;
  };

  const takeTrouble = (state: TaskState, trouble: CheckTrouble, blame: Blame): void => {
    // A missing network is the app's state, and it holds all checks: this one is first when they go on.
    if (blame === 'network') return plan(state, 0);
    const now = clock.steady();
    const failures = state.failures + 1;
    const notFound =
      trouble === 'not-found'
        ? { count: (state.notFound?.count ?? 0) + 1, since: state.notFound?.since ?? now }
        : null;
    watchlist.updateTask(state.task.id, { trouble, checkedAt: clock.now(), failures, notFound });
    // Only the user asks about a failed task, and what the gateway said of its end stands.
    if (state.report?.phase === 'failed' && blame === 'task') return;
    if (
      !hasEnded(state) &&
      notFound !== null &&
      notFound.count >= notFoundAnswersUntilLost &&
      now - notFound.since >= notFoundSpanUntilLostMs
    ) {
      record({ ...state, failures, notFound }, lostReport(state.report));
      return;
    }
    watchlist.updateTask(state.task.id, { waitReason: 'retry' });
    // What is held for the whole gateway goes on as soon as the gateway may be asked.
    if (blame === 'gateway') plan(state, 0);
    else plan(state, retryDelayMs(trouble, failures));
  };

  return async (taskIds) => {
    const before = taskIds.flatMap((taskId) => watchlist.task(taskId) ?? []);
    const gateway = watchlist.gateway(before[0]?.task.gatewayId ?? '');
    if (gateway === null) return;
    const answers = await company.ask(
      gateway,
      before.map(({ task }) => task.remoteId),
    );
    // Once a request: what a list answers counts as one answer, and not as one for each of its tasks.
    const blamed = new Map<Troubled, Blame>();
    let isNoted = false;
    let turnAt = clock.steady();
    for (const { task } of before) {
      if (clock.steady() - turnAt > longestAtOnceMs) {
        await new Promise<void>((resolve) => void clock.after(0, resolve));
        turnAt = clock.steady();
      }
      const isSameGateway = watchlist.gateway(gateway.id) === gateway;
      // The task may have been removed, or its gateway changed, while the answer was on its way.
      const state = watchlist.task(task.id);
      const answer = answers.get(task.remoteId);
      if (state === null) continue;
      if (answer === undefined || !isSameGateway) {
        plan(state, 0);
        continue;
      }
      if (answer.kind === 'report') {
        if (!isNoted) noteAnswer(gateway);
        isNoted = true;
        record(state, withKnownNames(state.report, answer.report));
      } else {
        const blame = blamed.get(answer) ?? blameFor(gateway, task.id, answer);
        blamed.set(answer, blame);
        takeTrouble(state, answer.trouble, blame);
      }
      dependencies.onChecked(task.id);
    }
  };
};

/** Whatever a gateway says later, a task that has ended does not get lost: only its link may. */
const hasEnded = ({ report }: TaskState): boolean =>
  report !== null && isFinalPhase[report.phase] && report.phase !== 'lost';
