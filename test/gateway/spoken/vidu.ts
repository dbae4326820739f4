import { vidu } from '../../../electron/dialects/vidu.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, bodyOf, type Spoken } from '../spoken.ts';

const task = ({ id }: Moment, state: string, fields: object = {}): Reply =>
  json({ id, state, err_code: '', credits: 4, creations: [], ...fields });

export const viduSpoken: Spoken = {
  dialect: vidu,
  remoteId: '900000000000000001',
  // Under Vidu's own host names it is `Token`.
  isAuthorized: bearerIs,
  queued: (moment) => task(moment, 'queueing'),
  running: (moment) => task(moment, 'processing'),
  succeeded: (moment) =>
    task(moment, 'success', {
      creations: [
        {
          id: 'c-1',
          url: 'https://cdn.example.com/vd/1.mp4',
          cover_url: 'https://cdn.example.com/vd/1.jpg',
          watermarked_url: 'https://cdn.example.com/vd/1w.mp4',
        },
      ],
    }),
  failed: (moment, reason) => task(moment, 'failed', { err_code: reason, credits: 0 }),
  cancelled: null,
  notFound: () => json({ code: 404, reason: 'NotFound', message: 'task not found', metadata: {} }, 404),
  list: (url, tasks) => {
    if (url.pathname !== '/ent/v2/tasks') return null;
    const wanted = url.searchParams.getAll('task_ids');
    const found = tasks.filter(([id]) => wanted.includes(id)).map(([, reply]) => bodyOf(reply));
    return json({ tasks: found, next_page_token: '' });
  },
};
