/** The most of these moments (ms, ascending) that lie within any one second, its end excluded. */
export const mostInOneSecond = (moments: readonly number[]): number => {
  let most = 0;
  let from = 0;
  for (const [at, moment] of moments.entries()) {
    while (moment - (moments[from] ?? moment) >= 1000) from += 1;
    most = Math.max(most, at - from + 1);
  }
  return most;
};

/** The shortest time in which so many of these moments (ms, ascending) lie; Infinity when there are fewer. */
export const shortestSpan = (moments: readonly number[], count: number): number => {
  let shortest = Infinity;
  for (const [at, moment] of moments.entries()) {
    const later = moments[at + count - 1];
    if (later !== undefined) shortest = Math.min(shortest, later - moment);
  }
  return shortest;
};

/** The value below which so much of the values lies (0 to 1); 0 when there are none. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
};

/** The largest; 0 when there are none. */
export const largest = (values: readonly number[]): number =>
  values.reduce((most, one) => Math.max(most, one), 0);

export const rounded = (value: number, digits = 2): number => Number(value.toFixed(digits));

export const megabytes = (bytes: number): number => rounded(bytes / 1024 / 1024, 1);
