import { expect, it } from 'vitest';
import { resultUrl } from '../../electron/shared/looking.ts';
import { resultAddressOf } from '../../electron/platform/result-address.ts';

const origin = 'app://taskbell';

it.each(['task-1', 'a b/c', '../../etc/passwd', 'id:with%signs?#', '任务'])(
  'the address of a task leads to its id and nothing else: %s',
  (taskId) => expect(resultAddressOf(resultUrl(taskId), origin)).toEqual({ kind: 'results', taskId }),
);

it('a small picture may say what it is made of', () => {
  expect(resultAddressOf('app://taskbell/pictures/task-1?of=file', origin)).toEqual({
    kind: 'pictures',
    taskId: 'task-1',
  });
});

it.each([
  'app://taskbell/results/',
  'app://taskbell/results/a/b',
  'app://taskbell/results/..',
  'app://taskbell/results/%zz',
  'app://taskbell/index.html',
  'app://elsewhere/results/task-1',
  'https://taskbell/results/task-1',
  'no url',
])('%s is no such address', (url) => {
  expect(resultAddressOf(url, origin)).toBeNull();
});
