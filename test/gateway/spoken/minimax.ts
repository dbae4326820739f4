import { minimax } from '../../../electron/dialects/minimax.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, type Spoken } from '../spoken.ts';

const task = ({ id }: Moment, status: string, fields: object = {}): Reply =>
  json({ task_id: id, status, file_id: '', base_resp: { status_code: 0, status_msg: 'success' }, ...fields });

export const minimaxSpoken: Spoken = {
  dialect: minimax,
  remoteId: '100000000000001',
  isAuthorized: bearerIs,
  queued: (moment) => task(moment, 'Queueing'),
  running: (moment) => task(moment, 'Processing'),
  succeeded: (moment) =>
    task(moment, 'Success', { file_id: '200000000000001', video_width: 1366, video_height: 768 }),
  failed: (moment, reason) => task(moment, 'Fail', { base_resp: { status_code: 1027, status_msg: reason } }),
  cancelled: null,
  notFound: () => json({ code: 'task_not_exist', message: 'invalid task_id' }, 404),
  rateLimited: () => json({ base_resp: { status_code: 1002, status_msg: 'rate limit' } }),
  further: (url) =>
    url.pathname === '/v1/files/retrieve'
      ? json({
          file: {
            file_id: 200000000000001,
            filename: 'output.mp4',
            created_at: 1767323245,
            download_url: 'https://cdn.example.com/m/1.mp4',
          },
          base_resp: { status_code: 0, status_msg: 'success' },
        })
      : null,
};
