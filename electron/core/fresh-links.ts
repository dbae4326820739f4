import type { ResultLink } from '../shared/task.ts';
import type { Checker } from './checker.ts';
import type { RecordReport } from './record-report.ts';
import { withKnownNames } from './report-merge.ts';
import type { Watchlist } from './watchlist.ts';

export interface FreshLinksDependencies {
  readonly watchlist: Pick<Watchlist, 'task' | 'gateway' | 'status'>;
  readonly checker: Pick<Checker, 'ask'>;
  /** Resolves when the gateway may be sent a further request; false when it has asked for a wait. */
  readonly mayAsk: (gatewayId: string) => Promise<boolean>;
  readonly record: RecordReport;
}

/** Asks the gateway anew for the links of a task that has ended well; whether it gave others than before. */
export type FetchFreshLinks = (taskId: string) => Promise<boolean>;

/** One question a task at a time: whoever asks meanwhile gets its answer. */
export const createFreshLinks = (dependencies: FreshLinksDependencies): FetchFreshLinks => {
  const underWay = new Map<string, Promise<boolean>>();
  const ask = asking(dependencies);
  return (taskId) => {
    const answer = underWay.get(taskId) ?? ask(taskId).finally(() => underWay.delete(taskId));
    underWay.set(taskId, answer);
    return answer;
  };
};

/** Whatever else the gateway says by now, such a task keeps its end: only another success brings links. */
const asking =
  ({ watchlist, checker, mayAsk, record }: FreshLinksDependencies): FetchFreshLinks =>
  async (taskId) => {
    const asked = watchlist.task(taskId);
    const gateway = asked === null ? null : watchlist.gateway(asked.task.gatewayId);
    if (asked?.report?.phase !== 'succeeded' || gateway === null || watchlist.status().paused) return false;
    if (!(await mayAsk(gateway.id))) return false;
    const answer = await checker.ask(gateway, asked.task.remoteId);
    if (answer.kind !== 'report' || answer.report.phase !== 'succeeded') return false;
    // The task may have been removed, or its gateway changed, while the answer was on its way.
    const state = watchlist.task(taskId);
    if (state?.report?.phase !== 'succeeded' || watchlist.gateway(gateway.id) !== gateway) return false;
    const { links } = state.report;
    if (answer.report.linksPending || answer.report.links.every((link) => isKnown(link, links))) return false;
    record(state, withKnownNames(state.report, answer.report));
    return true;
  };

/** Some gateways put off the end of a link and leave its address as it is. */
const isKnown = ({ url, expiresAt }: ResultLink, known: readonly ResultLink[]): boolean =>
  known.some(
    (one) => one.url === url && (one.expiresAt === null || (expiresAt ?? Infinity) <= one.expiresAt),
  );
