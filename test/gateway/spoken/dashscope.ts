import { dashscope } from '../../../electron/dialects/dashscope.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, type Spoken } from '../spoken.ts';

/** Beijing's clock, without its zone. */
const clockText = (ms: number): string =>
  new Date(ms + 8 * 60 * 60 * 1000).toISOString().replace('T', ' ').replace('Z', '');

const task = ({ id, at }: Moment, status: string, fields: object = {}): Reply =>
  json({
    request_id: 'q-1',
    output: {
      task_id: id,
      task_status: status,
      submit_time: clockText(at - 60_000),
      scheduled_time: clockText(at - 50_000),
      ...fields,
    },
  });

export const dashscopeSpoken: Spoken = {
  dialect: dashscope,
  remoteId: '00000000-0000-4000-8000-000000000007',
  isAuthorized: bearerIs,
  queued: (moment) => task(moment, 'PENDING'),
  running: (moment) => task(moment, 'RUNNING'),
  succeeded: (moment) =>
    task(moment, 'SUCCEEDED', {
      end_time: clockText(moment.at),
      video_url: 'https://oss.example.com/w/1.mp4',
      orig_prompt: 'a paper boat',
      actual_prompt: 'a paper boat on water',
    }),
  failed: (moment, reason) =>
    task(moment, 'FAILED', { end_time: clockText(moment.at), code: 'DataInspectionFailed', message: reason }),
  cancelled: (moment) => task(moment, 'CANCELED'),
  notFound: ({ id }) => json({ request_id: 'q-4', output: { task_id: id, task_status: 'UNKNOWN' } }),
};
