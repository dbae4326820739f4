import type { HttpClient, HttpRequest, HttpResponse, HttpTrouble } from '../../electron/core/ports.ts';
import { failed, ok, type Result } from '../../electron/shared/result.ts';

type Answer = Result<HttpResponse, HttpTrouble>;

/** A gateway that answers whatever the test says, and remembers what it was asked. */
export interface ScriptedHttp extends HttpClient {
  readonly requests: HttpRequest[];
  /** What requests for this id are answered from now on. */
  answer(remoteId: string, answer: Answer): void;
}

export const createScriptedHttp = (): ScriptedHttp => {
  const answers = new Map<string, Answer>();
  const requests: HttpRequest[] = [];
  return {
    requests,
    answer: (remoteId, answer) => void answers.set(remoteId, answer),
    get: (request) => {
      requests.push(request);
      const id = decodeURIComponent(request.url.slice(request.url.lastIndexOf('/') + 1));
      return Promise.resolve(
        answers.get(id) ?? json({ code: 'task_not_exist', message: 'no such task' }, 404),
      );
    },
  };
};

export const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Answer =>
  ok({ status, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });

export const troubled = (trouble: HttpTrouble): Answer => failed(trouble);

export const running = (id: string, progress: number): Answer =>
  json({ id, status: 'pending', detail: { status: 'pending', pending_info: { progress_pct: progress } } });

export const completed = (id: string): Answer =>
  json({
    id,
    status: 'completed',
    video_url: `https://cdn.example.com/${id}.mp4`,
    detail: { input: { prompt: 'A paper boat' } },
  });

export const failedTask = (id: string): Answer => json({ id, status: 'failed', error: 'upstream error' });
