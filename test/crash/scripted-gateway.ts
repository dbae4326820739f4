import type { HttpClient } from '../../electron/core/ports.ts';
import { ok } from '../../electron/shared/result.ts';

/** A task whose whole life is in its id, so that every life of the program finds the same gateway. */
export interface ScriptedTask {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly end: 'completed' | 'failed';
}

export const idOf = (number: number, task: ScriptedTask): string =>
  `task_${[number, Math.round(task.startsAt), Math.round(task.endsAt), task.end].join('_')}`;

const taskOf = (id: string): ScriptedTask => {
  const [, , startsAt = '', endsAt = '', end = ''] = id.split('_');
  return {
    startsAt: Number(startsAt),
    endsAt: Number(endsAt),
    end: end === 'failed' ? 'failed' : 'completed',
  };
};

/** Answers at once, by the time of day. */
export const createScriptedGateway = (now: () => number): HttpClient => ({
  get: ({ url }) => {
    const id = decodeURIComponent(url.slice(url.lastIndexOf('/') + 1));
    const body = { id, detail: { input: { prompt: id } }, ...statusOf(taskOf(id), now()) };
    return Promise.resolve(
      ok({ status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    );
  },
});

const statusOf = ({ startsAt, endsAt, end }: ScriptedTask, now: number): Record<string, unknown> => {
  if (now >= endsAt) {
    return end === 'failed'
      ? { status: 'failed', error: 'upstream error' }
      : { status: 'completed', video_url: 'https://cdn.example.com/1.mp4' };
  }
  return { status: now < startsAt ? 'queued' : 'processing', progress: Math.floor(now / 5000) % 100 };
};
