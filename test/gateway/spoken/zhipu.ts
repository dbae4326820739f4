import { zhipu } from '../../../electron/dialects/zhipu.ts';
import { json, type Reply } from '../replies.ts';
import { bearerIs, type Spoken } from '../spoken.ts';

const task = (status: string, fields: object = {}): Reply =>
  json({ model: 'cogvideox-3', request_id: 'z-1', task_status: status, ...fields });

export const zhipuSpoken: Spoken = {
  dialect: zhipu,
  remoteId: '100000000000000000000001',
  isAuthorized: bearerIs,
  queued: () => task('PROCESSING'),
  running: () => task('PROCESSING'),
  succeeded: () =>
    task('SUCCESS', {
      video_result: [
        { url: 'https://cdn.example.com/z/1.mp4', cover_image_url: 'https://cdn.example.com/z/1.png' },
      ],
    }),
  failed: (_moment, reason) => task('FAIL', { error: { code: '1301', message: reason } }),
  cancelled: null,
  notFound: () => json({ error: { code: '1214', message: 'The task does not exist' } }, 404),
};
