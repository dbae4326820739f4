import { describe, expect, it } from 'vitest';
import type { Announcement, AnnouncementKind, Notice } from '../../electron/core/announcement.ts';
import { createAnnouncer } from '../../electron/core/announcer.ts';
import type { NotifierTrouble } from '../../electron/core/ports.ts';
import type { Verdict } from '../../electron/core/quiet.ts';
import { StoreFailure } from '../../electron/core/store-failure.ts';
import type { WindowNews } from '../../electron/shared/route.ts';
import { failed, ok, type Result } from '../../electron/shared/result.ts';
import { createManualClock, settled } from '../fakes/manual-clock.ts';
import { announcementOf } from '../fakes/stored-samples.ts';
import { taskEntry } from '../renderer/view-samples.ts';

const minuteMs = 60_000;

/** An announcer over a ledger and a desktop that the test holds in its hands. */
const startAnnouncer = (untold: Announcement[] = []) => {
  const clock = createManualClock();
  const world = {
    trouble: null as NotifierTrouble | null,
    full: false,
    hangs: false,
    lookedAt: false,
    silent: false,
    seen: new Set<string>(),
    verdicts: {} as Partial<Record<AnnouncementKind, Verdict>>,
  };
  const said: WindowNews[] = [];
  const notices: Notice[] = [];
  const states: boolean[] = [];
  const unknown = new Set<string>();
  let letGo: () => void = () => undefined;
  const answer = (notice: Notice): Result<null, NotifierTrouble> => {
    if (world.trouble !== null) return failed(world.trouble);
    notices.push(notice);
    return ok(null);
  };
  const announcer = createAnnouncer({
    clock,
    store: {
      untold: () => [...untold],
      markTold: (ids) => {
        if (world.full) throw new StoreFailure('The watchlist could not be saved: disk full.');
        for (const id of ids) {
          untold.splice(
            untold.findIndex((one) => one.id === id),
            1,
          );
        }
      },
    },
    notifier: {
      show: (notice) =>
        world.hangs
          ? new Promise((resolve) => (letGo = () => resolve(answer(notice))))
          : Promise.resolve(answer(notice)),
    },
    windowHost: {
      say: (news) => {
        if (world.lookedAt) said.push(news);
        return Promise.resolve(world.lookedAt);
      },
    },
    entry: (id) =>
      unknown.has(id) ? null : taskEntry({ id, title: `Title of ${id}`, seen: world.seen.has(id) }),
    verdictOf: (kind) => world.verdicts[kind] ?? 'tell',
    isSilent: () => world.silent,
    onNotifierState: (works) => void states.push(works),
  });
  const decide = (...taskIds: string[]): void => {
    for (const taskId of taskIds) untold.push(announcementOf({ id: `announcement-${taskId}`, taskId }));
  };
  return { announcer, clock, world, notices, said, states, unknown, untold, decide, letGo: () => letGo() };
};

describe('what is decided', () => {
  it('is shown one by one up to three at once, and as one digest from four on', async () => {
    const few = startAnnouncer();
    few.decide('a', 'b', 'c');
    few.announcer.tell();
    await settled();
    expect(few.notices.map(({ body }) => body)).toEqual(['Title of a', 'Title of b', 'Title of c']);

    const many = startAnnouncer();
    many.decide('a', 'b', 'c', 'd');
    many.announcer.tell();
    await settled();
    expect(many.notices).toMatchObject([{ title: '4 videos ended: 4 ready' }]);
    expect(many.untold).toEqual([]);
  });

  it('while another notice is being shown is told after it, and the first not twice', async () => {
    const { announcer, world, notices, decide, letGo } = startAnnouncer();
    world.hangs = true;
    decide('a');
    announcer.tell();
    decide('b');
    announcer.tell();
    announcer.tell();
    await settled();
    letGo();
    await settled();
    letGo();
    await settled();
    expect(notices.map(({ body }) => body)).toEqual(['Title of a', 'Title of b']);
  });

  it('of a task that is not on the list is kept, not shown', async () => {
    const { announcer, notices, unknown, untold, decide } = startAnnouncer();
    unknown.add('a');
    decide('a', 'b');
    announcer.tell();
    await settled();
    expect(notices).toMatchObject([{ body: 'Title of b' }]);
    expect(untold).toMatchObject([{ taskId: 'a' }]);
  });
});

describe('a crowd of endings', () => {
  it('becomes one digest in the place of the notices already shown, and grows silently', async () => {
    const { announcer, clock, notices, untold, decide } = startAnnouncer();
    for (const taskId of ['a', 'b', 'c']) {
      decide(taskId);
      announcer.tell();
      await clock.advance(300);
    }
    decide('d');
    announcer.tell();
    await settled();
    expect(notices.at(-1)).toMatchObject({
      title: '4 videos ended: 4 ready',
      key: 'digest:announcement-a',
      replaces: ['task:a', 'task:b', 'task:c'],
      silent: false,
    });
    for (const taskId of ['e', 'f', 'g']) {
      decide(taskId);
      announcer.tell();
      await clock.advance(100);
    }
    await clock.advance(1_000);
    expect(notices.slice(4)).toMatchObject([
      { title: '7 videos ended: 7 ready', key: 'digest:announcement-a', replaces: [], silent: true },
    ]);
    expect(untold).toEqual([]);
  });

  it('is no crowd when it takes more than 5 s', async () => {
    const { announcer, clock, notices, decide } = startAnnouncer();
    for (const taskId of ['a', 'b', 'c', 'd', 'e', 'f']) {
      decide(taskId);
      announcer.tell();
      await clock.advance(2_000);
    }
    expect(notices).toHaveLength(6);
  });

  it('leaves out what the user has looked at meanwhile', async () => {
    const { announcer, clock, world, notices, decide } = startAnnouncer();
    decide('a', 'b', 'c');
    announcer.tell();
    await clock.advance(1_000);
    world.seen.add('a');
    decide('d');
    announcer.tell();
    await settled();
    expect(notices.at(-1)).toMatchObject({ body: 'Title of d' });
  });

  it('begins a new digest after a minute of endings without a pause, and loses none', async () => {
    const { announcer, clock, world, notices, untold, decide } = startAnnouncer();
    for (let count = 0; count < 90; count += 1) {
      decide(`task-${String(count)}`);
      announcer.tell();
      await clock.advance(1_000);
    }
    expect(world.trouble).toBeNull();
    expect(untold).toEqual([]);
    expect(new Set(notices.flatMap(({ kind, key }) => (kind === 'digest' ? [key] : []))).size).toBe(2);
  });
});

describe('while it is quiet', () => {
  it('nothing is shown and nothing lost, and one digest tells it afterwards', async () => {
    const { announcer, world, notices, untold, decide } = startAnnouncer();
    world.verdicts = { succeeded: 'hold' };
    decide('a', 'b');
    announcer.tell();
    await settled();
    expect([notices.length, untold.length]).toEqual([0, 2]);
    world.verdicts = {};
    announcer.tell();
    await settled();
    expect(notices).toMatchObject([{ title: 'While it was quiet: 2 ready' }]);
    expect(untold).toEqual([]);
  });

  it('what may break through does', async () => {
    const { announcer, world, notices, untold, decide } = startAnnouncer();
    world.verdicts = { succeeded: 'hold' };
    decide('a');
    untold.push(announcementOf({ id: 'failure', taskId: 'b', kind: 'failed' }));
    announcer.tell();
    await settled();
    expect(notices).toMatchObject([{ title: 'Video failed' }]);
    expect(untold).toMatchObject([{ taskId: 'a' }]);
  });

  it('a digest that the desktop did not take is still one when it is tried again', async () => {
    const { announcer, clock, world, notices, decide } = startAnnouncer();
    world.verdicts = { succeeded: 'hold' };
    decide('a', 'b');
    announcer.tell();
    await settled();
    world.verdicts = {};
    world.trouble = 'no-answer';
    announcer.tell();
    await settled();
    world.trouble = null;
    await clock.advance(minuteMs);
    expect(notices).toMatchObject([{ title: 'While it was quiet: 2 ready' }]);
  });
});

describe('what the user does not want to be told', () => {
  it('counts as told', async () => {
    const { announcer, world, notices, untold, decide } = startAnnouncer();
    world.verdicts = { succeeded: 'never' };
    decide('a');
    announcer.tell();
    await settled();
    expect(notices).toEqual([]);
    expect(untold).toEqual([]);
  });

  it('is not the sound alone: without it the notice is silent', async () => {
    const { announcer, world, notices, decide } = startAnnouncer();
    world.silent = true;
    decide('a');
    announcer.tell();
    await settled();
    expect(notices).toMatchObject([{ silent: true }]);
  });
});

describe('who is looking at the window', () => {
  it('is told there and not by the desktop', async () => {
    const { announcer, world, notices, said, untold, states, decide } = startAnnouncer();
    world.lookedAt = true;
    decide('a');
    announcer.tell();
    await settled();
    expect(said).toEqual([{ text: 'Video ready: Title of a', taskId: 'a' }]);
    expect([notices, untold, states]).toEqual([[], [], []]);
  });

  it('is not told again of it in a digest of what comes next', async () => {
    const { announcer, world, notices, decide } = startAnnouncer();
    world.lookedAt = true;
    decide('a', 'b', 'c');
    announcer.tell();
    await settled();
    world.lookedAt = false;
    decide('d');
    announcer.tell();
    await settled();
    expect(notices).toMatchObject([{ body: 'Title of d' }]);
  });
});

describe('a notice that the desktop did not take', () => {
  it('is tried again each minute until it does, with what came meanwhile', async () => {
    const { announcer, clock, world, notices, states, decide } = startAnnouncer();
    world.trouble = 'absent';
    decide('a');
    announcer.tell();
    await clock.advance(5 * minuteMs);
    expect(states.every((works) => !works)).toBe(true);
    decide('b', 'c', 'd');
    world.trouble = null;
    await clock.advance(minuteMs);
    expect(notices).toMatchObject([{ title: '4 videos ended: 4 ready' }]);
    expect(states.at(-1)).toBe(true);
    await clock.advance(60 * minuteMs);
    expect(notices).toHaveLength(1);
    expect(clock.pending()).toBe(0);
  });
});

describe('a notice whose mark could not be written', () => {
  it('is not told again in this run, does not keep others from being told, and is marked later', async () => {
    const { announcer, clock, world, notices, untold, decide } = startAnnouncer();
    world.full = true;
    decide('a', 'b');
    announcer.tell();
    await clock.advance(3 * minuteMs);
    expect(notices.map(({ body }) => body)).toEqual(['Title of a', 'Title of b']);
    expect(untold).toHaveLength(2);
    world.full = false;
    await clock.advance(minuteMs);
    expect(untold).toEqual([]);
    expect(notices).toHaveLength(2);
  });
});

describe('while notices are gathered', () => {
  it('nothing is told, and then all of it in one notice that says so', async () => {
    const { announcer, notices, untold, decide } = startAnnouncer();
    const end = announcer.gather();
    decide('a');
    announcer.tell();
    decide('b');
    announcer.tell();
    await settled();
    expect(notices).toEqual([]);
    end();
    end();
    await settled();
    expect(notices).toMatchObject([{ title: 'While you were away: 2 ready' }]);
    expect(untold).toEqual([]);
  });

  it('a single one is told by itself, and later ones are as ever', async () => {
    const { announcer, notices, decide } = startAnnouncer();
    const end = announcer.gather();
    decide('a');
    end();
    await settled();
    decide('b', 'c');
    announcer.tell();
    await settled();
    expect(notices.map(({ body }) => body)).toEqual(['Title of a', 'Title of b', 'Title of c']);
  });

  it('by several at a time, they are told when the last of them ends', async () => {
    const { announcer, notices, decide } = startAnnouncer();
    const [first, second] = [announcer.gather(), announcer.gather()];
    decide('a', 'b');
    first();
    first();
    await settled();
    expect(notices).toEqual([]);
    second();
    await settled();
    expect(notices).toHaveLength(1);
  });

  it('what the desktop does not take then is told together later too', async () => {
    const { announcer, clock, world, notices, decide } = startAnnouncer();
    const end = announcer.gather();
    decide('a', 'b');
    world.trouble = 'no-answer';
    end();
    await clock.advance(1_000);
    world.trouble = null;
    await clock.advance(minuteMs);
    expect(notices).toMatchObject([{ title: 'While you were away: 2 ready' }]);
  });

  it('what is due for another try waits as well, and comes once', async () => {
    const { announcer, clock, world, notices, decide } = startAnnouncer();
    decide('a');
    world.trouble = 'absent';
    announcer.tell();
    await settled();
    world.trouble = null;
    const end = announcer.gather();
    await clock.advance(5 * minuteMs);
    expect(notices).toEqual([]);
    end();
    await clock.advance(5 * minuteMs);
    expect(notices).toHaveLength(1);
  });

  it('and the app stops, nothing is told any more, and it stays in the ledger', async () => {
    const { announcer, clock, notices, untold, decide } = startAnnouncer();
    const end = announcer.gather();
    decide('a', 'b');
    announcer.stop();
    end();
    await clock.advance(5 * minuteMs);
    expect(notices).toEqual([]);
    expect(untold).toHaveLength(2);
    expect(clock.pending()).toBe(0);
  });
});

describe('once stopped', () => {
  it('nothing is shown, retried or written, not even for a notice that was on its way', async () => {
    const { announcer, clock, world, untold, states, notices, decide, letGo } = startAnnouncer();
    world.hangs = true;
    decide('a', 'b');
    announcer.tell();
    await settled();
    announcer.stop();
    letGo();
    announcer.tell();
    await clock.advance(10 * minuteMs);
    expect(notices).toHaveLength(1);
    expect(untold).toHaveLength(2);
    expect(states).toEqual([]);
    expect(clock.pending()).toBe(0);
  });
});
