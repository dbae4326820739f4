/** Answers in the shapes that relays send. Ids and links are invented, field names are real. Times are ms. */

type Body = Readonly<Record<string, unknown>>;

export interface Subject {
  readonly id: string;
  readonly prompt?: string;
  readonly model?: string;
  readonly at?: number;
}

const sampleTime = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const unprefixed = (id: string): string => id.slice(id.indexOf(':') + 1);

const promptOf = (subject: Subject): string => subject.prompt ?? 'a paper boat';
const timeOf = (subject: Subject): number => subject.at ?? sampleTime;

export interface Running extends Subject {
  /** 0 to 1. */
  readonly progress?: number | null;
  /** The inner status; the outer one says `pending` all the way. */
  readonly stage?: string;
  readonly queuePosition?: number | null;
}

export const runningNested = (task: Running): Body => ({
  id: task.id,
  detail: {
    id: unprefixed(task.id),
    input: {
      size: 'small',
      model: task.model ?? 'sy_8',
      images: [],
      prompt: promptOf(task),
      orientation: 'portrait',
    },
    status: 'pending',
    pending_info: {
      id: unprefixed(task.id),
      type: 'video_gen',
      title: 'New Video',
      width: 352,
      height: 640,
      prompt: promptOf(task),
      status: task.stage ?? 'processing',
      n_frames: 300,
      created_at: new Date(timeOf(task)).toISOString().replace('Z', '901Z'),
      generations: [],
      progress_pct: task.progress ?? null,
      failure_reason: null,
      moderation_result: { type: 'passed', is_output_rejection: false },
      queue_status_message: null,
      progress_pos_in_queue: task.queuePosition ?? null,
      num_unsafe_generations: 0,
      estimated_queue_wait_time: null,
    },
  },
  status: 'pending',
  status_update_time: timeOf(task),
});

export const queuedNested = (task: Running): Body => runningNested({ stage: 'queued', ...task });

/** A link that is signed for six days. */
const signedLink = (path: string, at: number): string => {
  const stamp = (ms: number): string =>
    encodeURIComponent(new Date(ms).toISOString().replace(/\.\d+Z$/, 'Z'));
  const expiry = stamp(at + 6 * 24 * 60 * 60 * 1000);
  return `https://cdn.example.com/${path}?st=${stamp(at)}&se=${expiry}&sig=c2lnbmF0dXJl`;
};

export const completedNested = (task: Subject): Body => {
  const name = unprefixed(task.id);
  const video = signedLink(`v/${name}.mp4`, timeOf(task));
  const still = `https://cdn.example.com/v/${name}.webp`;
  const gif = `https://cdn.example.com/v/${name}.gif`;
  return {
    id: task.id,
    width: 352,
    height: 640,
    status: 'completed',
    video_url: video,
    thumbnail_url: still,
    status_update_time: timeOf(task),
    detail: {
      id: name,
      url: video,
      input: { model: task.model ?? 'sy_8', prompt: promptOf(task) },
      status: 'completed',
      gif_url: gif,
      thumbnail_url: still,
      created_at: timeOf(task),
      draft_info: {
        id: 'gen_example1',
        kind: 'sora_draft',
        url: `https://cdn.example.com/v/${name}-wm.mp4`,
        width: 352,
        height: 640,
        prompt: promptOf(task),
        task_id: name,
        created_at: timeOf(task) / 1000,
        generation_type: 'video_gen',
        downloadable_url: video,
        encodings: {
          source: { path: video },
          source_wm: { path: `https://cdn.example.com/v/${name}-wm.mp4` },
          thumbnail: { path: still },
          gif: { path: gif },
        },
      },
    },
  };
};

export interface Flat extends Subject {
  readonly status: string;
  /** 0 to 100, or text such as "42%". */
  readonly progress?: number | string | null;
}

/** The OpenAI-like shape that the same path gives for other upstream channels. */
export const flat = (task: Flat): Body => ({
  id: task.id,
  object: 'video',
  model: task.model ?? 'kling-v2',
  prompt: promptOf(task),
  status: task.status,
  progress: task.progress ?? 0,
  seconds: '10',
  size: '720x1280',
  created_at: Math.round(timeOf(task) / 1000),
});

export const completedFlat = (task: Subject): Body => ({
  ...flat({ ...task, status: 'completed', progress: 100 }),
  video_url: signedLink(`v/${unprefixed(task.id)}.mp4`, timeOf(task)),
  completed_at: Math.round(timeOf(task) / 1000),
});

export const failedFlat = (task: Subject & { readonly error: unknown }): Body => ({
  ...flat({ ...task, status: 'failed', progress: 100 }),
  error: task.error,
});

export const failedNested = (task: Subject & { readonly reason: string }): Body => ({
  id: task.id,
  detail: {
    id: unprefixed(task.id),
    input: { model: task.model ?? 'sy_8', prompt: promptOf(task) },
    status: 'failed',
    pending_info: { id: unprefixed(task.id), status: 'failed', failure_reason: task.reason, generations: [] },
    failure_reason: task.reason,
  },
  status: 'failed',
  status_update_time: timeOf(task),
});

/** How a content policy says no after the work is done. */
export const failedDraft = (task: Subject & { readonly reason: string }): Body => ({
  id: task.id,
  status: 'failed',
  video_url: null,
  detail: {
    input: { model: task.model ?? 'sy_8', prompt: promptOf(task) },
    status: 'failed',
    draft_info: { kind: 'sora_content_violation', reason_str: task.reason },
  },
  status_update_time: timeOf(task),
});

export const taskNotExist: Body = { code: 'task_not_exist', message: 'task_not_exist', data: null };

export const errorBody = (message: string, code: string): Body => ({
  error: { message, type: 'new_api_error', param: '', code },
});
