import { objectAt } from '../../../electron/dialects/json-fields.ts';
import { minimaxV2 } from '../../../electron/dialects/minimax-v2.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, bodyOf, seconds, type Spoken } from '../spoken.ts';

const task = ({ id, at }: Moment, status: string, fields: object = {}): Reply =>
  json({
    task: {
      id,
      model: 'MiniMax-H3',
      status,
      created_at: seconds(at) - 60,
      updated_at: seconds(at),
      ...fields,
    },
  });

export const minimaxV2Spoken: Spoken = {
  dialect: minimaxV2,
  remoteId: '300000000000001',
  isAuthorized: bearerIs,
  queued: (moment) => task(moment, 'queued'),
  running: (moment) => task(moment, 'running'),
  succeeded: (moment) =>
    task(moment, 'succeeded', {
      content: { url: 'https://cdn.example.com/m/2.mp4' },
      resolution: '1080P',
      duration: 6,
    }),
  failed: (moment, reason) => task(moment, 'failed', { error: { code: '1026', message: reason } }),
  cancelled: (moment) => task(moment, 'cancelled'),
  notFound: () => json({ error: { code: '2013', message: 'invalid task_id' } }, 400),
  list: (url, tasks) => {
    if (url.pathname !== '/v2/query/video_generation') return null;
    const wanted = url.searchParams.getAll('filter.task_ids');
    const items = tasks
      .filter(([id]) => wanted.includes(id))
      .map(([, reply]) => objectAt(bodyOf(reply), 'task'));
    return json({ items, total: items.length });
  },
};
