import type { DialectId } from '../../electron/dialects/dialect.ts';
import {
  completedFlat,
  completedNested,
  failedDraft,
  failedNested,
  queuedNested,
  runningNested,
} from '../gateway/bodies.ts';

export type Sharing = Extract<DialectId, 'relay' | 'openai-videos' | 'new-api' | 'xai' | 'openrouter'>;

export interface Sample {
  readonly from: Sharing;
  readonly name: string;
  readonly ends: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The task that all samples are about. */
export const id = 'task_example1';

const sample = (from: Sharing, name: string, ends: boolean, body: object): Sample => ({
  from,
  name,
  ends,
  body: body as Sample['body'],
});

const openai = {
  id,
  object: 'video',
  model: 'sora-2',
  created_at: 1767323045,
  completed_at: null,
  error: null,
};
const newApi = { id, task_id: id, object: 'video', model: 'kling-v2', created_at: 1767323045 };
const row = { task_id: id, fail_reason: '', submit_time: 1767323045, progress: '42%', data: {} };
const enveloped = (data: object): object => ({ code: 'success', message: '', data: { ...row, ...data } });
const link = 'https://cdn.example.com/n/1.mp4';
const job = { id, polling_url: `/api/v1/videos/${id}` };

/** The answers of the dialects that share the path of a task, by whose they are. */
export const sharedSamples: readonly Sample[] = [
  sample('relay', 'queued', false, queuedNested({ id })),
  sample('relay', 'running', false, runningNested({ id, progress: 0.42 })),
  sample('relay', 'running with an ended inside', false, runningNested({ id, stage: 'failed', progress: 1 })),
  sample('relay', 'succeeded', true, completedNested({ id })),
  sample('relay', 'succeeded flat', true, completedFlat({ id })),
  sample('relay', 'failed', true, failedNested({ id, reason: 'content_policy_violation' })),
  sample('relay', 'failed draft', true, failedDraft({ id, reason: 'guardrails' })),
  sample('relay', 'failed in a text', true, {
    id,
    status: 'failed',
    error: 'x',
    status_update_time: 1767323145,
  }),

  sample('openai-videos', 'queued', false, { ...openai, status: 'queued', progress: 0 }),
  sample('openai-videos', 'running', false, { ...openai, status: 'in_progress', progress: 33 }),
  sample('openai-videos', 'succeeded', true, {
    ...openai,
    status: 'completed',
    progress: 100,
    completed_at: 1767323245,
    expires_at: 1767326845,
  }),
  sample('openai-videos', 'failed', true, {
    ...openai,
    status: 'failed',
    error: { code: 'moderation_blocked', message: 'Request blocked by moderation.' },
  }),

  sample('new-api', 'stored', false, { ...newApi, status: 'unknown', progress: 0 }),
  sample('new-api', 'running', false, {
    ...newApi,
    status: 'in_progress',
    progress: 30,
    completed_at: 1767323100,
  }),
  sample('new-api', 'succeeded', true, {
    ...newApi,
    status: 'completed',
    progress: 100,
    metadata: { url: link },
  }),
  sample('new-api', 'failed', true, { ...newApi, status: 'failed', error: { message: 'no', code: 'fail' } }),
  sample('new-api', 'running row', false, enveloped({ status: 'IN_PROGRESS' })),
  sample(
    'new-api',
    'running row of an ended upstream',
    false,
    enveloped({ status: 'IN_PROGRESS', data: { status: 'completed' } }),
  ),
  sample('new-api', 'succeeded row', true, enveloped({ status: 'SUCCESS', result_url: link })),
  sample('new-api', 'succeeded row of old', true, enveloped({ status: 'SUCCESS', fail_reason: link })),
  sample('new-api', 'failed row', true, enveloped({ status: 'FAILURE', fail_reason: '任务超时（60分钟）' })),
  sample('new-api', 'bare row', true, {
    created_at: 1767323045,
    fail_reason: '',
    finished_at: 1767323245,
    platform: '50',
    progress: '100%',
    status: 'SUCCESS',
    task_id: id,
  }),

  sample('xai', 'accepted', false, { request_id: id }),
  sample('xai', 'running', false, { status: 'pending', progress: 20 }),
  sample('xai', 'succeeded', true, {
    status: 'done',
    video: { url: 'https://vid.example.com/g/1.mp4', duration: 6, respect_moderation: true },
    model: 'grok-imagine-video',
  }),
  sample('xai', 'failed', true, {
    status: 'failed',
    error: { code: 'invalid_argument', message: 'Image could not be read' },
  }),

  sample('openrouter', 'running', false, { ...job, status: 'in_progress' }),
  sample('openrouter', 'succeeded', true, {
    ...job,
    status: 'completed',
    unsigned_urls: [`https://api.example.com/api/v1/videos/${id}/content?index=0`],
  }),
  sample('openrouter', 'failed', true, { ...job, status: 'failed', error: 'Provider rejected the request' }),
];
