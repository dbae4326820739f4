/** The requests of the last second to one gateway, and those for which a moment is reserved. */
export interface RequestWindow {
  /** The earliest moment, from `now` on, at which another request keeps within the rate (steady ms). */
  nextAt(now: number, requestsPerSecond: number): number;
  /** Takes that moment, and returns it. */
  reserve(now: number, requestsPerSecond: number): number;
}

const secondMs = 1000;

/**
 * At most `requestsPerSecond` in any second, by a log of the latest requests (a sliding window log), so that neither
 * a burst nor the border of two seconds exceeds it. Rates above 1 count as whole requests, rounded down; below 1
 * the requests lie at least 1/rate apart.
 */
export const createRequestWindow = (): RequestWindow => {
  /** Moments of the latest requests, oldest first; the last may lie ahead. */
  let moments: number[] = [];

  const nextAt: RequestWindow['nextAt'] = (now, requestsPerSecond) => {
    const most = Math.max(1, Math.floor(requestsPerSecond));
    const windowMs = requestsPerSecond < 1 ? secondMs / requestsPerSecond : secondMs;
    const oldest = moments.at(-most);
    return Math.max(now, moments.at(-1) ?? now, oldest === undefined ? now : oldest + windowMs);
  };

  return {
    nextAt,
    reserve: (now, requestsPerSecond) => {
      const at = nextAt(now, requestsPerSecond);
      moments.push(at);
      const kept = Math.max(1, Math.floor(requestsPerSecond));
      if (moments.length > 2 * kept) moments = moments.slice(-kept);
      return at;
    },
  };
};
