import { fal } from '../../../electron/dialects/fal.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import type { Spoken } from '../spoken.ts';

/** Links of the real host on purpose: the key must stay with the gateway that was asked. */
const request = ({ id }: Moment, status: string, fields: object = {}): object => {
  const [owner = '', app = '', requestId = ''] = id.split('/');
  const url = `https://queue.fal.run/${owner}/${app}/requests/${requestId}`;
  return {
    status,
    request_id: requestId,
    response_url: url,
    status_url: `${url}/status`,
    logs: null,
    ...fields,
  };
};

const unfinished = (moment: Moment, status: string, fields: object = {}): Reply =>
  json(request(moment, status, fields), 202);

export const falSpoken: Spoken = {
  dialect: fal,
  remoteId: 'example-ai/video/00000000-0000-4000-8000-00000000001c',
  isAuthorized: (headers, key) => headers['authorization'] === `Key ${key}`,
  queued: (moment) => unfinished(moment, 'IN_QUEUE', { queue_position: 2 }),
  running: (moment) => unfinished(moment, 'IN_PROGRESS'),
  succeeded: (moment) => json(request(moment, 'COMPLETED', { metrics: { inference_time: 61.2 } })),
  failed: (moment, reason) =>
    json(request(moment, 'COMPLETED', { error: reason, error_type: 'content_policy_violation' })),
  cancelled: null,
  notFound: () => json({ detail: 'Request not found' }, 404),
  further: (url) =>
    /\/requests\/[^/]+$/.test(url.pathname)
      ? json({ video: { url: 'https://cdn.example.com/f/1.mp4', content_type: 'video/mp4' } })
      : null,
};
