/** How long checks rest, as the tray offers it. */
export const pauseChoices = ['half-hour', 'two-hours', 'tomorrow', 'until-resumed'] as const;

export type PauseChoice = (typeof pauseChoices)[number];

const minute = 60_000;
const hour = 60 * minute;

/** When people begin to work, and when the day of those who work at night ends. */
const morning = 8;
const endOfNight = 4;

/** When a pause that begins now ends by itself (wall clock ms); null for one that only the user ends. */
export const pauseEnd = (choice: PauseChoice, now: number): number | null => {
  switch (choice) {
    case 'half-hour':
      return now + 30 * minute;
    case 'two-hours':
      return now + 2 * hour;
    case 'tomorrow':
      return nextMorning(now);
    case 'until-resumed':
      return null;
  }
};

/** Eight o'clock local time of the next day; before four in the morning, of the day that has begun. */
const nextMorning = (now: number): number => {
  const at = new Date(now);
  if (at.getHours() >= endOfNight) at.setDate(at.getDate() + 1);
  at.setHours(morning, 0, 0, 0);
  return at.getTime();
};
