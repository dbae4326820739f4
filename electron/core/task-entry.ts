import { noSaves, type TaskSaves } from '../shared/saving.ts';
import type { CheckTrouble, Report } from '../shared/task.ts';
import { healthAfter } from '../shared/task.ts';
import type { Estimate, WaitReason } from '../shared/timing.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { GatewayState } from './gateway-entry.ts';
import type { StoredTask } from './store-ports.ts';

/** A watched task in memory: what is stored, and what is only true of this run. */
export interface TaskState extends StoredTask {
  readonly trouble: CheckTrouble | null;
  readonly checkedAt: number | null;
  /** When its own turn comes (wall clock ms); null while it is being asked about, and when it will not be. */
  readonly dueAt: number | null;
  /** Why its turn is then. */
  readonly waitReason: WaitReason;
  readonly estimate: Estimate | null;
  readonly silentSince: number | null;
  /** Checks in a row that brought no report. */
  readonly failures: number;
  /** Not-found answers in a row, and when the first of them came (steady ms). */
  readonly notFound: { readonly count: number; readonly since: number } | null;
}

export const stateOfStored = (stored: StoredTask): TaskState => ({
  ...stored,
  trouble: null,
  checkedAt: stored.reportedAt,
  dueAt: null,
  waitReason: 'schedule',
  estimate: null,
  silentSince: null,
  failures: 0,
  notFound: null,
});

const unreported: Report = {
  phase: 'queued',
  progress: null,
  stage: null,
  title: null,
  model: null,
  links: [],
  linksPending: false,
  failure: null,
  queuePosition: null,
  createdAt: null,
  updatedAt: null,
};

/** What a task's entry shows of its gateway. */
export type GatewayOfTask = Pick<GatewayState, 'waitingUntil' | 'waitReason'> & {
  readonly gateway: Pick<GatewayState['gateway'], 'name'>;
};

/** A task's turn comes no sooner than its gateway may be asked. */
export const nextCheckOf = (
  { dueAt, waitReason }: Pick<TaskState, 'dueAt' | 'waitReason'>,
  gateway: Pick<GatewayState, 'waitingUntil' | 'waitReason'> | null,
): Pick<TaskEntry, 'nextCheckAt' | 'waitReason'> => {
  if (dueAt === null) return { nextCheckAt: null, waitReason: null };
  const { waitReason: hold = null, waitingUntil = null } = gateway ?? {};
  if (hold === null) return { nextCheckAt: dueAt, waitReason };
  if (waitingUntil === null) return { nextCheckAt: null, waitReason: hold };
  return waitingUntil > dueAt
    ? { nextCheckAt: waitingUntil, waitReason: hold }
    : { nextCheckAt: dueAt, waitReason };
};

/** The entry that tray, window and command line draw. */
export const entryOf = (
  state: TaskState,
  gateway: GatewayOfTask | null,
  muted = false,
  saves: TaskSaves = noSaves,
): TaskEntry => {
  const { task } = state;
  const report = state.report ?? unreported;
  return {
    id: task.id,
    gatewayId: task.gatewayId,
    gatewayName: gateway?.gateway.name ?? task.gatewayId,
    remoteId: task.remoteId,
    title: report.title ?? task.remoteId,
    model: report.model,
    phase: report.phase,
    stage: report.stage,
    progress: report.progress,
    queuePosition: report.queuePosition,
    health: state.trouble === null ? 'fresh' : healthAfter[state.trouble],
    trouble: state.trouble,
    links: report.links,
    linksPending: report.linksPending,
    failure: report.failure,
    addedAt: task.addedAt,
    startedAt: state.startedAt,
    finishedAt: state.finishedAt,
    checkedAt: state.checkedAt,
    ...nextCheckOf(state, gateway),
    estimate: state.estimate,
    silentSince: state.silentSince,
    muted,
    ...saves,
    seen: state.seen,
  };
};
