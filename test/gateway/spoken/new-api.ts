import { newApi } from '../../../electron/dialects/new-api.ts';
import { errorBody } from '../bodies.ts';
import { json, notExisting, type Moment, type Reply } from '../replies.ts';
import { bearerIs, seconds, type Spoken } from '../spoken.ts';

const video = ({ id, at }: Moment, fields: object): Reply =>
  json({
    id,
    task_id: id,
    object: 'video',
    model: 'kling-v2',
    progress: 0,
    created_at: seconds(at) - 60,
    completed_at: seconds(at),
    ...fields,
  });

export const newApiSpoken: Spoken = {
  dialect: newApi,
  remoteId: 'task_1tGQexample0N3vKzWb0example',
  isAuthorized: bearerIs,
  queued: (moment) => video(moment, { status: 'queued' }),
  running: (moment, progress) =>
    video(moment, { status: 'in_progress', progress: Math.round(progress * 100) }),
  succeeded: (moment) =>
    video(moment, {
      status: 'completed',
      progress: 100,
      seconds: '5',
      size: '1280x720',
      metadata: { url: 'https://cdn.example.com/n/1.mp4' },
    }),
  failed: (moment, reason) =>
    video(moment, { status: 'failed', progress: 100, error: { message: reason, code: 'fail' } }),
  cancelled: null,
  notFound: notExisting,
};

/** The row of its table, as the older path tells it in an envelope. */
const row = ({ id, at }: Moment, fields: object): Reply =>
  json({
    code: 'success',
    message: '',
    data: {
      task_id: id,
      platform: '50',
      action: 'generate',
      fail_reason: '',
      submit_time: seconds(at) - 60,
      start_time: seconds(at) - 45,
      finish_time: 0,
      progress: '0%',
      data: {},
      ...fields,
    },
  });

/** A version that has only `/v1/video/generations`. */
export const olderNewApiSpoken: Spoken = {
  ...newApiSpoken,
  queued: (moment) => row(moment, { status: 'NOT_START' }),
  running: (moment, progress) =>
    row(moment, { status: 'IN_PROGRESS', progress: `${String(Math.round(progress * 100))}%` }),
  succeeded: (moment) =>
    row(moment, {
      status: 'SUCCESS',
      progress: '100%',
      fail_reason: 'https://cdn.example.com/n/1.mp4',
      finish_time: seconds(moment.at),
    }),
  failed: (moment, reason) =>
    row(moment, {
      status: 'FAILURE',
      progress: '100%',
      fail_reason: reason,
      finish_time: seconds(moment.at),
    }),
};

/** What that version says of the newer path. */
export const noSuchPath = (moment: Moment): Reply =>
  json(errorBody(`Invalid URL (GET /v1/videos/${moment.id})`, 'invalid_url'), 404);
