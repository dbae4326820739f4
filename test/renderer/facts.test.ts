import { expect, it } from 'vitest';
import type { Standstill } from '../../electron/shared/next-check-text.ts';
import type { TaskEntry } from '../../electron/shared/watchlist-view.ts';
import { factsOf } from '../../renderer/facts.ts';
import { sampleNow, taskEntry } from './view-samples.ts';

const factsFor = (given: Partial<TaskEntry>, standstill: Standstill = null) =>
  Object.fromEntries(
    factsOf(taskEntry(given), sampleNow, standstill).map(({ name, value }) => [name, value]),
  );

it('lists what is known of a running task', () => {
  const given = { stage: 'processing', nextCheckAt: sampleNow + 4000, checkedAt: sampleNow - 60_000 };
  expect(factsFor({ ...given, trouble: 'timed-out', health: 'offline' })).toEqual({
    Gateway: 'winfull',
    Model: 'sora-2',
    Id: 'sora-2:task_01k81e7r1mf0',
    'It says': 'processing',
    'Next check': 'in 4 s',
    'Last check': '1 min ago',
    Health: 'The gateway took too long to answer. Checking goes on by itself.',
  });
});

it('speaks no more of checks once a task has ended', () => {
  const links = [
    {
      kind: 'video' as const,
      url: 'https://files.example/v.mp4',
      needsKey: false,
      expiresAt: sampleNow - 60_000,
    },
  ];
  const ended = {
    phase: 'succeeded',
    model: null,
    startedAt: sampleNow - 133_000,
    finishedAt: sampleNow,
    links,
  } as const;
  expect(factsFor({ ...ended, checkedAt: sampleNow, trouble: 'timed-out' })).toEqual({
    Gateway: 'winfull',
    Id: 'sora-2:task_01k81e7r1mf0',
    Took: '2 min 13 s',
    'Link ends': '22 Nov, 10:04 (ended)',
  });
});

it('lists what is on the disk beside the video, and why what is not', () => {
  const saved = { state: 'saved', trouble: null, bytes: 1200, totalBytes: 1200, retryAt: null } as const;
  const otherSaves = [
    { ...saved, kind: 'thumbnail', path: '/v/Boat.webp' },
    { ...saved, kind: 'gif', state: 'failed', trouble: 'not-a-video', path: null },
  ] as const;
  expect(factsFor({ phase: 'succeeded', save: { ...saved, path: '/v/Boat.mp4' }, otherSaves })).toMatchObject(
    {
      'On disk': 'Saved as /v/Boat.mp4 (1.2 KB)',
      'Thumbnail on disk': 'Saved as /v/Boat.webp (1.2 KB)',
      'GIF on disk':
        'The link leads to something that is no video or picture, such as a web page. It was not kept.',
    },
  );
});

const estimate = {
  endsAt: sampleNow + 118_000,
  longFrom: sampleNow + 300_000,
  usualMs: 170_000,
  stalledSince: null,
};

it('says how much longer it takes, what is usual, and when the next check is and why', () => {
  const waiting = { nextCheckAt: sampleNow + 20_000, waitReason: 'retry', estimate } as const;
  expect(factsFor(waiting)).toMatchObject({
    'Time left': 'about 2 min',
    'Usually takes': '3 min',
    'Next check': 'after an error: in 20 s',
  });
  expect(factsFor({ ...waiting, phase: 'queued' })).not.toHaveProperty('Time left');
});

it('leaves an estimate out that would run out while nothing is asked', () => {
  const facts = factsFor({ nextCheckAt: sampleNow + 20_000, estimate }, 'offline');
  expect(facts).not.toHaveProperty('Time left');
  expect(facts['Next check']).toBe('offline: when the network is back');
});
