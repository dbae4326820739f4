import { replicate } from '../../../electron/dialects/replicate.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, bodyOf, type Spoken } from '../spoken.ts';

const iso = (ms: number): string => new Date(ms).toISOString();

const prediction = ({ id, at }: Moment, status: string, fields: object = {}): Reply =>
  json({
    id,
    model: 'example/video',
    input: { prompt: 'a paper boat' },
    status,
    output: null,
    error: null,
    logs: '',
    created_at: iso(at - 60_000),
    ...fields,
  });

export const replicateSpoken: Spoken = {
  dialect: replicate,
  remoteId: 'gm3qorzdhgbfurvjtvhg6dckhu',
  isAuthorized: bearerIs,
  queued: (moment) => prediction(moment, 'starting'),
  running: (moment, progress) =>
    prediction(moment, 'processing', {
      logs: `Loading\n 0%|          |\n ${String(Math.round(progress * 100))}%|####      |`,
      started_at: iso(moment.at - 50_000),
    }),
  succeeded: (moment) =>
    prediction(moment, 'succeeded', {
      output: ['https://replicate.example/r/1.mp4'],
      completed_at: iso(moment.at),
    }),
  failed: (moment, reason) => prediction(moment, 'failed', { error: reason, completed_at: iso(moment.at) }),
  cancelled: (moment) => prediction(moment, 'canceled', { completed_at: iso(moment.at) }),
  notFound: () =>
    json(
      { title: 'Prediction not found', detail: 'The requested prediction could not be found.', status: 404 },
      404,
    ),
  list: (url, tasks) =>
    url.pathname === '/v1/predictions'
      ? json({ previous: null, next: null, results: tasks.map(([, reply]) => bodyOf(reply)) })
      : null,
};
