import { words } from '../shared/language/spoken.ts';

/** What becomes of the demo's tasks. */
export const demoStories = ['ready', 'failed', 'slow', 'lost'] as const;
export type DemoStory = (typeof demoStories)[number];

/** The demo keeps nothing: what a task is about, and when it began (wall clock ms), is its id. */
export const demoTaskId = (story: DemoStory, beganAt: number): string =>
  `demo-${story}-${beganAt.toString(36)}`;

export interface DemoAnswer {
  readonly status: number;
  readonly body: string;
}

const second = 1000;

/** How long each takes, after a wait in the queue. The forgotten one is there for its first seconds only. */
const takesMs: Readonly<Record<DemoStory, number>> = {
  ready: 25 * second,
  failed: 15 * second,
  slow: 300 * second,
  lost: 6 * second,
};
const queuedMs = 4 * second;
const linkLifeMs = 24 * 3_600 * second;

/** What the demo answers about a task at a time, in the words of an OpenAI-style relay. */
export const demoAnswer = (remoteId: string, now: number, videoUrl: string): DemoAnswer => {
  const [, word = '', beganAt = ''] = /^demo-([a-z]+)-([0-9a-z]{1,10})$/.exec(remoteId) ?? [];
  const story = demoStories.find((one) => one === word);
  const passedMs = now - Number.parseInt(beganAt, 36);
  if (story === undefined || (story === 'lost' && passedMs > takesMs.lost)) return forgotten();
  const createdAt = now - passedMs;
  const task = {
    id: remoteId,
    object: 'video',
    model: 'demo-video',
    prompt: words().demo.titles[story],
    created_at: seconds(createdAt),
  };
  const takes = takesMs[story];
  if (passedMs < queuedMs && story !== 'lost') return answered({ ...task, status: 'queued', progress: 0 });
  if (passedMs < takes || story === 'lost') {
    const progress = Math.min(99, Math.max(1, Math.round((100 * passedMs) / takes)));
    return answered({ ...task, status: 'in_progress', progress });
  }
  const completed = { completed_at: seconds(createdAt + takes) };
  if (story === 'failed') {
    const error = { code: 'content_policy', message: words().demo.refusal };
    return answered({ ...task, ...completed, status: 'failed', error });
  }
  const link = `${videoUrl}?Expires=${String(seconds(now + linkLifeMs))}`;
  return answered({ ...task, ...completed, status: 'completed', progress: 100, video_url: link });
};

const seconds = (ms: number): number => Math.round(ms / second);

const answered = (body: unknown): DemoAnswer => ({ status: 200, body: JSON.stringify(body) });

const forgotten = (): DemoAnswer => ({
  status: 404,
  body: JSON.stringify({ error: { code: 'task_not_exist', message: words().demo.forgotten } }),
});
