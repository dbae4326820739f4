import {
  completedFlat,
  completedNested,
  errorBody,
  failedDraft,
  failedFlat,
  failedNested,
  flat,
  queuedNested,
  runningNested,
  taskNotExist,
} from './bodies.ts';

/** What the server does with one request. */
export type Reply =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers: Readonly<Record<string, string>>;
      readonly body: string;
    }
  /** Sends nothing (or only the headers) and keeps the connection open. */
  | { readonly kind: 'stall'; readonly after: 'nothing' | 'headers' }
  /** Sends the body in a few pieces with a pause before each. */
  | { readonly kind: 'slow'; readonly body: string; readonly pauseMs: number }
  | { readonly kind: 'reset' };

/** Which task is asked for, when (wall clock ms), and how much of a timed step has passed (0 to 1). */
export interface Moment {
  readonly id: string;
  readonly at: number;
  readonly passed: number;
}

export type Replier = (moment: Moment) => Reply;

/** What a task is about, for the shapes that tell. */
export interface About {
  readonly prompt?: string;
  readonly model?: string;
}

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(body),
});

export const page = (status: number, text: string): Reply => ({
  kind: 'answer',
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: `<!doctype html><html><head><title>${text}</title></head><body><h1>${text}</h1></body></html>`,
});

export const queued =
  (about: About & { readonly queuePosition?: number } = {}): Replier =>
  ({ id, at }) =>
    json(queuedNested({ id, at, ...about }));

/** At a progress of 0 to 1; without one it grows with the passing of a timed step. */
export const running =
  (progress: number | null = null, about: About = {}): Replier =>
  ({ id, at, passed }) =>
    json(runningNested({ id, at, progress: progress ?? passed, ...about }));

export const runningFlat =
  (percent: number | null = null, about: About = {}): Replier =>
  ({ id, at, passed }) =>
    json(flat({ id, at, status: 'in_progress', progress: percent ?? Math.round(passed * 100), ...about }));

/** Any status word in the flat shape, such as the stage words of Veo. */
export const worded =
  (status: string, about: About & { readonly progress?: number } = {}): Replier =>
  ({ id, at }) =>
    json(flat({ id, at, status, ...about }));

export const succeeded =
  (about: About = {}): Replier =>
  ({ id, at }) =>
    json(completedNested({ id, at, ...about }));

export const succeededFlat =
  (about: About = {}): Replier =>
  ({ id, at }) =>
    json(completedFlat({ id, at, ...about }));

export const failed =
  (reason: string, about: About = {}): Replier =>
  ({ id, at }) =>
    json(failedNested({ id, at, reason, ...about }));

export const failedFlatly =
  (error: unknown, about: About = {}): Replier =>
  ({ id, at }) =>
    json(failedFlat({ id, at, error, ...about }));

export const rejectedByPolicy =
  (reason: string, about: About = {}): Replier =>
  ({ id, at }) =>
    json(failedDraft({ id, at, reason, ...about }));

export const cancelled =
  (about: About = {}): Replier =>
  ({ id, at }) =>
    json(flat({ id, at, status: 'cancelled', ...about }));

export const aboutAnother =
  (otherId: string): Replier =>
  ({ at }) =>
    json(completedNested({ id: otherId, at }));

export const notFound = (): Reply => json(errorBody('Task not found', 'task_not_found'), 404);

export const notExisting = (): Reply => json(taskNotExist, 400);

export const unauthorized = (): Reply => json(errorBody('Invalid token', 'invalid_api_key'), 401);

export const forbidden = (): Reply => json(errorBody('This token may not do this', 'access_denied'), 403);

/** `retryAfter` as the header has it: seconds or an HTTP date. */
export const rateLimited = (retryAfter: string | null): Reply =>
  json(
    errorBody('Too many requests', 'rate_limit_exceeded'),
    429,
    retryAfter === null ? {} : { 'retry-after': retryAfter },
  );

export const broken = (): Reply => json(errorBody('Internal error', 'internal_error'), 500);

export const badGateway = (): Reply => page(502, '502 Bad Gateway');

export const htmlPage = (): Reply => page(200, 'Welcome');

export const htmlNotFound = (): Reply => page(404, '404 Not Found');

export const redirect = (location: string): Reply => ({
  kind: 'answer',
  status: 302,
  headers: { location },
  body: '',
});

export const truncated: Replier = ({ id, at }) => {
  const body = JSON.stringify(completedNested({ id, at }));
  return {
    kind: 'answer',
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: body.slice(0, body.length >> 1),
  };
};

/** Valid JSON of a finished task, but larger than the 2 MiB that Taskbell reads. */
export const tooLarge: Replier = ({ id, at }) =>
  json({ ...completedNested({ id, at }), padding: 'x'.repeat(3 * 1024 * 1024) });

/** The answer of another replier under a content type that says otherwise. */
export const mislabelledAs =
  (replier: Replier): Replier =>
  (moment) => {
    const reply = replier(moment);
    return reply.kind === 'answer' ? { ...reply, headers: { 'content-type': 'text/html' } } : reply;
  };

/** JSON of a running task as a page. */
export const mislabelled: Replier = mislabelledAs(running(0.5));

export const stall = (after: 'nothing' | 'headers' = 'nothing'): Reply => ({ kind: 'stall', after });

export const reset = (): Reply => ({ kind: 'reset' });

/** Another reply's body, dribbling. */
export const slow =
  (replier: Replier, pauseMs: number): Replier =>
  (moment) => {
    const reply = replier(moment);
    return reply.kind === 'answer' ? { kind: 'slow', body: reply.body, pauseMs } : reply;
  };
