import { kling } from '../../../electron/dialects/kling.ts';
import { objectAt } from '../../../electron/dialects/json-fields.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, bodyOf, type Spoken } from '../spoken.ts';

const envelope = (data: unknown): Reply => json({ code: 0, message: 'SUCCEED', request_id: 'r-1', data });

const task = ({ id, at }: Moment, status: string, fields: object = {}): Reply =>
  envelope({
    task_id: id.slice(id.lastIndexOf('/') + 1),
    task_status: status,
    task_status_msg: '',
    task_info: { external_task_id: '' },
    created_at: at - 60_000,
    updated_at: at,
    ...fields,
  });

export const klingSpoken: Spoken = {
  dialect: kling,
  remoteId: 'image2video/800000000000000001',
  isAuthorized: bearerIs,
  queued: (moment) => task(moment, 'submitted'),
  running: (moment) => task(moment, 'processing'),
  succeeded: (moment) =>
    task(moment, 'succeed', {
      task_result: { videos: [{ id: 'v-1', url: 'https://cdn.example.com/k/1.mp4', duration: '5.1' }] },
    }),
  failed: (moment, reason) => task(moment, 'failed', { task_status_msg: reason }),
  cancelled: null,
  notFound: () =>
    json({ code: 1203, message: 'The requested resource does not exist', request_id: 'r-2' }, 404),
  rateLimited: () => json({ code: 1302, message: 'The API requests are too fast', request_id: 'r-3' }),
  list: (url, tasks) => {
    const kind = /^\/v1\/videos\/([^/]+)$/.exec(url.pathname)?.[1];
    if (kind === undefined) return null;
    const ofKind = tasks.filter(([id]) => id.startsWith(`${kind}/`));
    return envelope(ofKind.map(([, reply]) => objectAt(bodyOf(reply), 'data')));
  },
};
