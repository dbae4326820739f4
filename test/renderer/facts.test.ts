import { expect, it } from 'vitest';
import type { TaskEntry } from '../../electron/shared/watchlist-view.ts';
import { factsOf } from '../../renderer/facts.ts';
import { sampleNow, taskEntry } from './view-samples.ts';

const factsFor = (given: Partial<TaskEntry>) =>
  Object.fromEntries(factsOf(taskEntry(given), sampleNow, false).map(({ name, value }) => [name, value]));

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
