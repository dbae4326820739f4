import { expect, it } from 'vitest';
import { waitForNotification } from '../desktop/received-notifications.ts';
import { until } from '../desktop/until.ts';
import { createGateway } from '../gateway/gateway.ts';
import { running, succeeded } from '../gateway/replies.ts';
import { times } from '../gateway/script.ts';
import { mainProcess, taskbell } from './installed-taskbell.ts';

const harbour = { prompt: 'Harbour at dawn', model: 'sora-2' };

it('is the older version, and leaves an ended task, a gateway and its key behind', async () => {
  const gateway = await createGateway();
  gateway.script('sora-2:task_harbour', [times(1, running(0.5, harbour)), succeeded(harbour)]);
  expect(await taskbell(['--version'])).toMatchObject({ code: 0, stdout: 'taskbell 0.0.1\n', stderr: '' });
  const added = await taskbell(['gateway', 'add', 'studio', '--url', gateway.url, '--key-stdin'], {
    input: gateway.key,
  });
  expect(added).toMatchObject({ code: 0, stderr: '' });
  expect(await taskbell(['watch', 'sora-2:task_harbour'])).toMatchObject({ code: 0, stderr: '' });
  await taskbell(['check', 'sora-2:task_harbour']);
  await waitForNotification('ready', ({ body }) => body === harbour.prompt);
  expect(await taskbell(['quit'])).toMatchObject({ code: 0 });
  await until('the program to be gone', () => mainProcess() === null);
  await gateway.close();
});
