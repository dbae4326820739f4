const minuteMs = 60_000;

/** Counts what happened within the last minute. */
export interface RequestRate {
  note(at: number): void;
  lastMinute(now: number): number;
}

export const createRequestRate = (): RequestRate => {
  let times: number[] = [];
  return {
    note: (at) => void times.push(at),
    lastMinute: (now) => {
      times = times.filter((at) => at > now - minuteMs && at <= now);
      return times.length;
    },
  };
};
