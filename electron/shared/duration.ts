const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** A length of time in at most two units, such as "2 min 13 s"; ms in. */
export const durationText = (ms: number): string => {
  const whole = Math.max(0, Math.round(ms / second)) * second;
  if (whole < minute) return `${String(whole / second)} s`;
  if (whole < hour) return twoUnits(whole, minute, 'min', second, 's');
  if (whole < day) return twoUnits(whole, hour, 'h', minute, 'min');
  return twoUnits(whole, day, 'd', hour, 'h');
};

const twoUnits = (ms: number, large: number, largeName: string, small: number, smallName: string): string => {
  const rest = Math.floor((ms % large) / small);
  const head = `${String(Math.floor(ms / large))} ${largeName}`;
  return rest === 0 ? head : `${head} ${String(rest)} ${smallName}`;
};

/** A wait as a counting-down text says it: its last moment is "1 s", never "0 s". */
export const waitText = (ms: number): string => durationText(Math.max(second, ms));

/** How long ago, in one unit: "just now", "12 min ago". */
export const agoText = (ms: number): string => {
  if (ms < minute) return 'just now';
  if (ms < hour) return `${String(Math.floor(ms / minute))} min ago`;
  if (ms < day) return `${String(Math.floor(ms / hour))} h ago`;
  return `${String(Math.floor(ms / day))} d ago`;
};
