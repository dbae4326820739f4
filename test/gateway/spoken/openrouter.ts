import { openrouter } from '../../../electron/dialects/openrouter.ts';
import { errorBody } from '../bodies.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, type Spoken } from '../spoken.ts';

const job = ({ id }: Moment, fields: object): Reply =>
  json({ id, polling_url: `/api/v1/videos/${id}`, ...fields });

export const openrouterSpoken: Spoken = {
  dialect: openrouter,
  remoteId: 'job-example1',
  isAuthorized: bearerIs,
  queued: (moment) => job(moment, { status: 'pending' }),
  running: (moment) => job(moment, { status: 'in_progress' }),
  succeeded: (moment) =>
    job(moment, {
      generation_id: 'gen-example1',
      status: 'completed',
      unsigned_urls: [`/api/v1/videos/${moment.id}/content?index=0`],
      usage: { cost: 0.5, is_byok: false },
    }),
  failed: (moment, reason) => job(moment, { status: 'failed', error: reason }),
  cancelled: (moment) => job(moment, { status: 'cancelled' }),
  notFound: () => json(errorBody('Video job not found', '404'), 404),
};
