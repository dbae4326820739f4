import { ark } from '../../../electron/dialects/ark.ts';
import { json, type Moment } from '../replies.ts';
import { bearerIs, bodyOf, seconds, type Spoken } from '../spoken.ts';

const task = ({ id, at }: Moment, status: string, fields: object = {}): object => ({
  id,
  model: 'doubao-seedance-example',
  status,
  created_at: seconds(at) - 60,
  updated_at: seconds(at),
  ...fields,
});

export const arkSpoken: Spoken = {
  dialect: ark,
  remoteId: 'cgt-20260102030405-aaaaa',
  isAuthorized: bearerIs,
  queued: (moment) => json(task(moment, 'queued')),
  running: (moment) => json(task(moment, 'running')),
  succeeded: (moment) =>
    json(
      task(moment, 'succeeded', {
        content: { video_url: 'https://tos.example.com/s/1.mp4' },
        usage: { completion_tokens: 108900, total_tokens: 108900 },
        resolution: '720p',
        ratio: '16:9',
        duration: 5,
        framespersecond: 24,
        seed: 1,
      }),
    ),
  failed: (moment, reason) =>
    json(task(moment, 'failed', { error: { code: 'OutputVideoSensitiveContentDetected', message: reason } })),
  cancelled: (moment) => json(task(moment, 'cancelled')),
  notFound: () =>
    json({ error: { code: 'ResourceNotFound', message: 'The specified task is not found' } }, 404),
  list: (url, tasks) => {
    if (url.pathname !== '/api/v3/contents/generations/tasks') return null;
    const wanted = url.searchParams.getAll('filter.task_ids');
    const items = tasks.filter(([id]) => wanted.includes(id)).map(([, reply]) => bodyOf(reply));
    return json({ items, total: items.length });
  },
};
