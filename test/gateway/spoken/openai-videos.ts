import { openaiVideos } from '../../../electron/dialects/openai-videos.ts';
import { json, type Moment } from '../replies.ts';
import { bearerIs, bodyOf, seconds, type Spoken } from '../spoken.ts';

const video = ({ id, at }: Moment, fields: object): object => ({
  id,
  object: 'video',
  model: 'sora-2',
  progress: 0,
  created_at: seconds(at) - 60,
  completed_at: null,
  expires_at: null,
  seconds: '8',
  size: '720x1280',
  remixed_from_video_id: null,
  error: null,
  ...fields,
});

export const openaiVideosSpoken: Spoken = {
  dialect: openaiVideos,
  remoteId: 'video_68e688d4950481918ec389280c2f78140fcb904657674466',
  isAuthorized: bearerIs,
  queued: (moment) => json(video(moment, { status: 'queued' })),
  running: (moment, progress) =>
    json(video(moment, { status: 'in_progress', progress: Math.round(progress * 100) })),
  succeeded: (moment) =>
    json(
      video(moment, {
        status: 'completed',
        progress: 100,
        completed_at: seconds(moment.at),
        expires_at: seconds(moment.at) + 3600,
      }),
    ),
  failed: (moment, reason) =>
    json(video(moment, { status: 'failed', error: { code: 'moderation_blocked', message: reason } })),
  cancelled: (moment) => json(video(moment, { status: 'cancelled' })),
  notFound: () =>
    json({ error: { message: 'Video not found', type: 'invalid_request_error', code: null } }, 404),
  list: (url, tasks) =>
    url.pathname === '/v1/videos'
      ? json({ object: 'list', data: tasks.map(([, reply]) => bodyOf(reply)), has_more: false })
      : null,
};
