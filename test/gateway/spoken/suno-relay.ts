import { sunoRelay } from '../../../electron/dialects/suno-relay.ts';
import { json, notExisting, type Moment, type Reply } from '../replies.ts';
import { bearerIs, bodyOf, seconds, type Spoken } from '../spoken.ts';

const song = ({ id, at }: Moment, status: string, fields: object = {}): Reply =>
  json({
    code: 'success',
    message: '',
    data: {
      task_id: id,
      action: 'MUSIC',
      status,
      fail_reason: '',
      submit_time: seconds(at) - 60,
      start_time: seconds(at) - 55,
      finish_time: 0,
      progress: '0%',
      data: [],
      ...fields,
    },
  });

const clip = {
  id: 'clip-1',
  title: 'Paper boat',
  audio_url: 'https://cdn.example.com/su/1.mp3',
  video_url: 'https://cdn.example.com/su/1.mp4',
  image_url: 'https://cdn.example.com/su/1.jpg',
  status: 'complete',
};

const taskIn = (reply: Reply): unknown => (bodyOf(reply) as { readonly data: unknown }).data;

export const sunoRelaySpoken: Spoken = {
  dialect: sunoRelay,
  remoteId: '00000000-0000-4000-8000-00000000001d',
  isAuthorized: bearerIs,
  queued: (moment) => song(moment, 'NOT_START', { start_time: 0 }),
  running: (moment, progress) =>
    song(moment, 'IN_PROGRESS', { progress: `${String(Math.round(progress * 100))}%`, data: [clip] }),
  succeeded: (moment) =>
    song(moment, 'SUCCESS', { progress: '100%', finish_time: seconds(moment.at), data: [clip] }),
  failed: (moment, reason) =>
    song(moment, 'FAILURE', { progress: '100%', finish_time: seconds(moment.at), fail_reason: reason }),
  cancelled: null,
  notFound: notExisting,
  list: (url, tasks) =>
    url.pathname === '/suno/fetch'
      ? json({ code: 'success', message: '', data: tasks.map(([, reply]) => taskIn(reply)) })
      : null,
};
