import { expect, it } from 'vitest';
import { lazyHttp, lazyWebhooks } from '../../electron/core/lazy-http.ts';
import { createRecordingWebhooks } from '../fakes/recording-webhooks.ts';
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

it('the way to phones and chats is brought in once, with the first message', async () => {
  let brought = 0;
  const webhooks = createRecordingWebhooks();
  const lazy = lazyWebhooks(() => {
    brought += 1;
    return Promise.resolve(webhooks);
  });
  expect(brought).toBe(0);
  const request = {
    method: 'POST',
    url: 'https://chat.example.com/hooks/1',
    headers: {},
    body: '{}',
    allowPlainHttp: false,
  } as const;
  await Promise.all([lazy.send(request), lazy.send(request)]);
  expect(brought).toBe(1);
  expect(webhooks.requests).toHaveLength(2);
});
