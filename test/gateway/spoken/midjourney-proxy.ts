import { midjourneyProxy } from '../../../electron/dialects/midjourney-proxy.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, bodyOf, type Spoken } from '../spoken.ts';

const task = ({ id, at }: Moment, status: string, fields: object = {}): Reply =>
  json({
    id,
    action: 'VIDEO',
    prompt: 'a paper boat',
    status,
    progress: '0%',
    submitTime: at - 60_000,
    startTime: at - 55_000,
    finishTime: 0,
    imageUrl: '',
    failReason: '',
    ...fields,
  });

export const midjourneyProxySpoken: Spoken = {
  dialect: midjourneyProxy,
  remoteId: '1767323045678001',
  isAuthorized: (headers, key) => headers['mj-api-secret'] === key && bearerIs(headers, key),
  queued: (moment) => task(moment, 'SUBMITTED', { startTime: 0 }),
  running: (moment, progress) =>
    task(moment, 'IN_PROGRESS', { progress: `${String(Math.round(progress * 100))}%` }),
  succeeded: (moment) =>
    task(moment, 'SUCCESS', {
      progress: '100%',
      finishTime: moment.at,
      imageUrl: 'https://cdn.example.com/mj/1.webp',
      videoUrl: 'https://cdn.example.com/mj/1.mp4',
    }),
  failed: (moment, reason) => task(moment, 'FAILURE', { finishTime: moment.at, failReason: reason }),
  cancelled: (moment) => task(moment, 'CANCEL', { finishTime: moment.at }),
  notFound: () => json({ code: 4, description: 'task_no_found', result: '' }, 400),
  list: (url, tasks) =>
    url.pathname === '/mj/task/list-by-condition' ? json(tasks.map(([, reply]) => bodyOf(reply))) : null,
};
