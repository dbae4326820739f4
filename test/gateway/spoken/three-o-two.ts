import { threeOTwo } from '../../../electron/dialects/three-o-two.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, type Spoken } from '../spoken.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

const task = ({ id, at }: Moment, fields: object): Reply =>
  json({
    task_id: id,
    upstream_task_id: '',
    task_type: 'video',
    model: 'wan-example',
    created_at: iso(at - 60_000),
    ...fields,
  });

export const threeOTwoSpoken: Spoken = {
  dialect: threeOTwo,
  remoteId: '301000000000001',
  isAuthorized: bearerIs,
  queued: (moment) => task(moment, { status: 'pending' }),
  running: (moment) => task(moment, { status: 'processing' }),
  succeeded: (moment) =>
    task(moment, {
      status: 'completed',
      video_url: 'https://file.example.com/3/1.mp4',
      execution_time: '120',
      raw_response: { state: 'success' },
      completed_at: iso(moment.at),
    }),
  failed: (moment, reason) =>
    task(moment, {
      status: 'failed',
      error: { error: 'upstream_failed', message: reason, error_type: 'upstream', attempts: 1 },
      failed_at: iso(moment.at),
    }),
  cancelled: null,
  notFound: () =>
    json({ error: { err_code: -10_004, message: 'Task not found', message_cn: '任务不存在' } }, 404),
};
