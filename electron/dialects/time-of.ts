const isoWithZone = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s?(Z|[+-]\d{2}:?\d{2})$/i;

/**
 * Wall clock ms from whatever a gateway uses for a time: seconds (also fractional) or ms as a number or digits,
 * told apart by magnitude, or ISO text. Null for zero, for nonsense and for text without a zone, which would mean
 * another moment on every machine.
 */
export const timeOf = (value: unknown): number | null => {
  if (typeof value === 'number') return byMagnitude(value);
  if (typeof value !== 'string') return null;
  const text = value.trim();
  if (/^\d{10,14}(\.\d{1,9})?$/.test(text)) return byMagnitude(Number(text));
  if (!isoWithZone.test(text)) return null;
  const ms = Date.parse(text.replace(' ', 'T'));
  return Number.isNaN(ms) ? null : ms;
};

const byMagnitude = (time: number): number | null => {
  if (time >= 1e9 && time < 1e11) return Math.round(time * 1000);
  if (time >= 1e12 && time < 1e14) return Math.round(time);
  return null;
};
