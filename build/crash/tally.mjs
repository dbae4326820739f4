/**
 * What the lives of one data folder acknowledged, and what is wrong with it.
 * A telling is in the window when a kill came after it was shown and before its mark was acknowledged.
 */
export const createTally = () => {
  /** @type {Set<string>} */
  const added = new Set();
  /** @type {Set<string>} */
  const begun = new Set();
  /** @type {Set<string>} */
  const ended = new Set();
  /** @type {Set<string>} ended when they were first looked at, soon after they were added: no news, as documented */
  const endedBefore = new Set();
  /** @type {Map<string, { shown: number, open: number }>} by task */
  const told = new Map();
  /** @type {Map<string, string>} announcements shown and not yet marked, in this life */
  const unmarked = new Map();
  /** @type {number[]} */
  const windowsUs = [];
  /** @type {string[]} */
  const faults = [];
  /** @type {Map<string, string>} */
  let has = new Map();
  let kills = 0;
  let killsInWindow = 0;
  let doubled = 0;
  let isReady = false;

  const of = (/** @type {string} */ id) => {
    const known = told.get(id) ?? { shown: 0, open: 0 };
    told.set(id, known);
    return known;
  };

  return {
    faults,
    windowsUs,
    counts: () => ({
      tasks: added.size,
      endings: told.size,
      endedBefore: endedBefore.size,
      kills,
      killsInWindow,
      doubled,
    }),
    isReady: () => isReady,
    /** @param {string} line */
    take: (line) => {
      const [word, one = '', two = ''] = line.split(' ');
      if (word === 'adding') begun.add(one);
      if (word === 'added') added.add(one);
      if (word === 'has') has.set(one, two);
      if (word === 'ended') ended.add(one);
      if (word === 'ended-before') endedBefore.add(one);
      if (word === 'notice') faults.push(`the store was not as it should be: ${line}`);
      if (word === 'shown') {
        const task = of(two);
        task.shown += 1;
        // Told again: it must have been told in a life that was killed before its mark.
        if (task.shown > 1) {
          if (task.open > 0) task.open -= 1;
          else faults.push(`told twice outside the window: ${two}`);
          doubled += 1;
        }
        unmarked.set(one, two);
      }
      if (word === 'marked') {
        unmarked.delete(one);
        windowsUs.push(Number(two));
      }
      if (word === 'ready') {
        isReady = true;
        for (const id of added) if (!has.has(id)) faults.push(`lost after a restart: ${id}`);
        for (const id of ended) {
          if (!['succeeded', 'failed'].includes(has.get(id) ?? '')) faults.push(`its end was lost: ${id}`);
        }
        has = new Map();
      }
      if (word === 'finally') {
        const shown = told.get(one)?.shown ?? 0;
        if (shown === 0 && !endedBefore.has(one)) faults.push(`never told: ${one}`);
        has.set(one, two);
      }
      if (word === 'end') for (const id of added) if (!has.has(id)) faults.push(`lost in the end: ${id}`);
    },
    killed: () => {
      kills += 1;
      isReady = false;
      has = new Map();
      if (unmarked.size > 0) killsInWindow += 1;
      for (const id of unmarked.values()) of(id).open += 1;
      unmarked.clear();
    },
  };
};
