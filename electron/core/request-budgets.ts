import type { Budget } from '../shared/timing.ts';
import type { Cancel, Clock } from './ports.ts';
import { createRequestWindow, type RequestWindow } from './request-window.ts';

/** Keeps every gateway's requests within its budget, those of a check's first question and those that follow. */
export interface RequestBudgets {
  /** The earliest moment at which a check may send its first request (steady ms). */
  opensAt(gatewayId: string): number;
  /** A check starts now, and sends its first request. */
  take(gatewayId: string): void;
  /** The first request that was allowed is sent only now: the keyring, or whatever came between, took its time. */
  sent(gatewayId: string): void;
  /** Resolves when a further request of a check may be sent. */
  turn(gatewayId: string): Promise<void>;
  /** Lets those go that still wait. */
  forget(gatewayId: string): void;
  stop(): void;
}

interface Line {
  readonly window: RequestWindow;
  /** Further requests, the longest waiting first. */
  readonly waiting: (() => void)[];
  cancelTimer: Cancel | null;
}

export const createRequestBudgets = (
  clock: Clock,
  budgetOf: (gatewayId: string) => Budget,
): RequestBudgets => {
  const begunAt = clock.steady();
  const lines = new Map<string, Line>();
  let stopped = false;

  const lineOf = (gatewayId: string): Line => {
    const known = lines.get(gatewayId);
    if (known !== undefined) return known;
    const line: Line = { window: createRequestWindow(), waiting: [], cancelTimer: null };
    // An earlier life of the app may have asked right before this one began.
    if (budgetOf(gatewayId).requestsPerSecond < 1) line.window.note(begunAt);
    lines.set(gatewayId, line);
    return line;
  };

  const nextAt = (gatewayId: string, { window, waiting }: Line): number =>
    window.nextAt(clock.steady(), budgetOf(gatewayId).requestsPerSecond, waiting.length);

  /** By what the clock shows then, and not by what was foreseen: a timer that comes late must not bring a burst. */
  const serve = (gatewayId: string, line: Line): void => {
    line.cancelTimer = null;
    for (let next = line.waiting[0]; next !== undefined && !stopped; next = line.waiting[0]) {
      const now = clock.steady();
      const at = line.window.nextAt(now, budgetOf(gatewayId).requestsPerSecond);
      if (at > now) {
        line.cancelTimer = clock.after(at - now, () => serve(gatewayId, line));
        return;
      }
      line.window.note(now);
      line.waiting.shift();
      next();
    }
  };

  const letGo = ({ waiting, cancelTimer }: Line): void => {
    cancelTimer?.();
    for (const next of waiting.splice(0)) next();
  };

  return {
    opensAt: (gatewayId) => nextAt(gatewayId, lineOf(gatewayId)),
    take: (gatewayId) => lineOf(gatewayId).window.note(clock.steady()),
    sent: (gatewayId) => lines.get(gatewayId)?.window.sent(clock.steady()),
    turn: (gatewayId) =>
      new Promise((resolve) => {
        const line = lineOf(gatewayId);
        line.waiting.push(resolve);
        if (line.cancelTimer === null) serve(gatewayId, line);
      }),
    forget: (gatewayId) => {
      const line = lines.get(gatewayId);
      lines.delete(gatewayId);
      if (line !== undefined) letGo(line);
    },
    stop: () => {
      stopped = true;
      for (const { cancelTimer } of lines.values()) cancelTimer?.();
    },
  };
};
