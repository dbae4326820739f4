import { xai } from '../../../electron/dialects/xai.ts';
import { json } from '../replies.ts';
import { bearerIs, type Spoken } from '../spoken.ts';

export const xaiSpoken: Spoken = {
  dialect: xai,
  remoteId: 'd97415a1-0000-4000-8000-00000000008b',
  isAuthorized: bearerIs,
  queued: ({ id }) => json({ request_id: id }, 202),
  running: (_moment, progress) => json({ status: 'pending', progress: Math.round(progress * 100) }),
  succeeded: () =>
    json({
      status: 'done',
      video: { url: 'https://vid.example.com/g/1.mp4', duration: 6, respect_moderation: true },
      model: 'grok-imagine-video',
    }),
  failed: (_moment, reason) =>
    json({ status: 'failed', error: { code: 'invalid_argument', message: reason } }),
  cancelled: null,
  notFound: () => json({ code: 'not_found', error: 'No such video request' }, 404),
};
