import type { Gateway } from '../shared/gateway.ts';
import type { CheckTrouble } from '../shared/task.ts';
import type { Budget, WaitReason } from '../shared/timing.ts';
import type { GatewayEntry } from '../shared/watchlist-view.ts';
import type { RequestRate } from './request-rate.ts';

/** A gateway in memory: what is stored, and what is only true of this run. */
export interface GatewayState {
  readonly gateway: Gateway;
  readonly trouble: CheckTrouble | null;
  readonly waitingUntil: number | null;
  readonly waitReason: WaitReason | null;
  /** Its checks fall due faster than it may be asked. */
  readonly behind: boolean;
  readonly requests: RequestRate;
  readonly asked: boolean;
}

/** The entry that window and command line draw. */
export const gatewayEntryOf = (state: GatewayState, budget: Budget): GatewayEntry => ({
  ...state.gateway,
  trouble: state.trouble,
  waitingUntil: state.waitingUntil,
  waitReason: state.waitReason ?? (state.behind ? 'budget' : null),
  budget,
  requestsLastMinute: state.requests.lastMinute(),
  asked: state.asked,
});
