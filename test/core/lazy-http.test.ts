import { expect, it } from 'vitest';
import { lazyHttp } from '../../electron/core/lazy-http.ts';
import { createScriptedHttp } from '../fakes/scripted-http.ts';

it('the client is brought in once, with the first request', async () => {
  let brought = 0;
  const http = createScriptedHttp();
  const lazy = lazyHttp(() => {
    brought += 1;
    return Promise.resolve(http);
  });
  expect(brought).toBe(0);
  const request = { url: 'https://api.example.com/v1/videos/task_1', headers: {} };
  await Promise.all([lazy.get(request), lazy.get(request)]);
  expect(brought).toBe(1);
  expect(http.requests).toHaveLength(2);
});
