import { expect, it } from 'vitest';
import { matching } from '../../renderer/matching.ts';
import { taskEntry } from './view-samples.ts';

const koi = taskEntry({
  id: 'koi',
  title: 'Neon koi, macro lens',
  remoteId: 'task_05',
  model: 'seedance',
  gatewayName: 'ark',
});
const crowd = taskEntry({
  id: 'crowd',
  title: 'Crowd scene',
  remoteId: 'sora-2:task_06',
  model: null,
  failure: { code: 'content_policy', message: 'Rejected by content policy', reason: 'moderation' },
});

const found = (query: string) => matching([koi, crowd], query).map((task) => task.id);

it.each([
  ['title', 'NEON', ['koi']],
  ['remote id', 'sora-2:', ['crowd']],
  ['gateway', 'ark', ['koi']],
  ['model', 'seedance', ['koi']],
  ['failure', 'rejected', ['crowd']],
  ['failure code', 'content_policy', ['crowd']],
])('finds a task by its %s', (_part, query, ids) => {
  expect(found(query)).toEqual(ids);
});

it('wants every word, in any order', () => {
  expect(found('lens neon')).toEqual(['koi']);
  expect(found('neon rejected')).toEqual([]);
});

it('keeps every task for a blank query', () => {
  expect(found('  ')).toEqual(['koi', 'crowd']);
});
