import { luma } from '../../../electron/dialects/luma.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, bodyOf, type Spoken } from '../spoken.ts';

const generation = ({ id, at }: Moment, state: string, fields: object = {}): Reply =>
  json({
    id,
    state,
    failure_reason: null,
    created_at: new Date(at - 60_000).toISOString(),
    assets: null,
    ...fields,
  });

export const lumaSpoken: Spoken = {
  dialect: luma,
  remoteId: '00000000-0000-4000-8000-00000000001a',
  isAuthorized: bearerIs,
  queued: (moment) => generation(moment, 'queued'),
  running: (moment) => generation(moment, 'dreaming'),
  succeeded: (moment) =>
    generation(moment, 'completed', {
      assets: { video: 'https://cdn.example.com/l/1.mp4', image: 'https://cdn.example.com/l/1.jpg' },
    }),
  failed: (moment, reason) => generation(moment, 'failed', { failure_reason: reason }),
  cancelled: null,
  notFound: () => json({ detail: 'Generation not found' }, 404),
  list: (url, tasks) =>
    url.pathname === '/dream-machine/v1/generations'
      ? json({
          has_more: false,
          count: tasks.length,
          limit: 100,
          offset: 0,
          generations: tasks.map(([, reply]) => bodyOf(reply)),
        })
      : null,
};
