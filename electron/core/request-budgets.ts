import type { Budget } from '../shared/timing.ts';
import type { Clock } from './ports.ts';
import { createRequestWindow, type RequestWindow } from './request-window.ts';

/** Keeps every gateway's requests within its budget, those of a check's first question and those that follow. */
export interface RequestBudgets {
  /** The earliest moment at which a check may send its first request (steady ms). */
  opensAt(gatewayId: string): number;
  /** A check starts now, and sends its first request. */
  take(gatewayId: string): void;
  /** Resolves when a further request of a check may be sent. */
  turn(gatewayId: string): Promise<void>;
  forget(gatewayId: string): void;
}

export const createRequestBudgets = (
  clock: Clock,
  budgetOf: (gatewayId: string) => Budget,
): RequestBudgets => {
  const begunAt = clock.steady();
  const windows = new Map<string, RequestWindow>();

  const windowOf = (gatewayId: string): RequestWindow => {
    const known = windows.get(gatewayId);
    if (known !== undefined) return known;
    const window = createRequestWindow();
    const { requestsPerSecond } = budgetOf(gatewayId);
    // An earlier life of the app may have asked right before this one began.
    if (requestsPerSecond < 1) window.reserve(begunAt, requestsPerSecond);
    windows.set(gatewayId, window);
    return window;
  };

  const reserve = (gatewayId: string): number =>
    windowOf(gatewayId).reserve(clock.steady(), budgetOf(gatewayId).requestsPerSecond);

  return {
    opensAt: (gatewayId) => windowOf(gatewayId).nextAt(clock.steady(), budgetOf(gatewayId).requestsPerSecond),
    take: (gatewayId) => void reserve(gatewayId),
    turn: (gatewayId) =>
      new Promise((resolve) => {
        const waitMs = reserve(gatewayId) - clock.steady();
        if (waitMs <= 0) resolve();
        else clock.after(waitMs, resolve);
      }),
    forget: (gatewayId) => void windows.delete(gatewayId),
  };
};
