/** A time that came from a gateway must never be why a report cannot be recorded: the columns hold integers only. */
export const wholeMs = (at: number | null): number | null => {
  const whole = at === null ? null : Math.round(at);
  return Number.isSafeInteger(whole) ? whole : null;
};
