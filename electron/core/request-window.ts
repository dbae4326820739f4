/** The latest requests to one gateway. */
export interface RequestWindow {
  /**
   * The earliest moment, from `now` on, at which another request keeps within the rate (steady ms), `before` others
   * having been sent as early as they may be.
   */
  nextAt(now: number, requestsPerSecond: number, before?: number): number;
  /** A request may be sent now. */
  note(now: number): void;
  /** The first of those that may be sent is sent only now. */
  sent(now: number): void;
}

const secondMs = 1000;

/** No gateway is asked more often a second than this, whatever its rate. */
const mostKept = 100;

/**
 * At most `requestsPerSecond` in any second, by a log of the latest requests (a sliding window log), so that neither
 * a burst nor the border of two seconds exceeds it. Rates above 1 count as whole requests, rounded down; below 1
 * the requests lie at least 1/rate apart.
 */
export const createRequestWindow = (): RequestWindow => {
  /** Oldest first. */
  let moments: number[] = [];
  /** The last so many may be sent and are not yet. They go in their order, and well within a second. */
  let unsent = 0;

  const nextAt: RequestWindow['nextAt'] = (now, requestsPerSecond, before = 0) => {
    const most = Math.min(mostKept, Math.max(1, Math.floor(requestsPerSecond)));
    const windowMs = requestsPerSecond < 1 ? secondMs / requestsPerSecond : secondMs;
    const latest = moments.slice(-most);
    let at = now;
    for (let count = 0; count <= before; count += 1) {
      const oldest = latest.length < most ? undefined : latest.shift();
      at = Math.max(at, oldest === undefined ? now : oldest + windowMs);
      latest.push(at);
    }
    return at;
  };

  return {
    nextAt,
    note: (now) => {
      // What was not sent within a second never will be: its key could not be read, or the gateway asked to wait.
      if (now - (moments.at(-1) ?? now) >= secondMs) unsent = 0;
      moments.push(now);
      unsent += 1;
      if (moments.length > 2 * mostKept) moments = moments.slice(-mostKept);
    },
    sent: (now) => {
      // Those behind it cannot have gone before it. The last one is meant when it took longer than any other.
      moments.fill(now, Math.max(0, moments.length - Math.max(1, unsent)));
      unsent = Math.max(0, unsent - 1);
    },
  };
};
