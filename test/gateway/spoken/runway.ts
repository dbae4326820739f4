import { runway } from '../../../electron/dialects/runway.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, type Spoken } from '../spoken.ts';

const task = ({ id, at }: Moment, fields: object): Reply =>
  json({ id, createdAt: new Date(at - 60_000).toISOString(), ...fields });

export const runwaySpoken: Spoken = {
  dialect: runway,
  remoteId: '00000000-0000-4000-8000-000000000014',
  isAuthorized: (headers, key) => bearerIs(headers, key) && headers['x-runway-version'] === '2024-11-06',
  queued: (moment) => task(moment, { status: 'THROTTLED' }),
  running: (moment, progress) => task(moment, { status: 'RUNNING', progress }),
  succeeded: (moment) =>
    task(moment, {
      status: 'SUCCEEDED',
      output: ['https://cdn.example.com/r/1.mp4?_jwt=eyJhbGciOiJub25lIn0.e30.'],
    }),
  failed: (moment, reason) =>
    task(moment, { status: 'FAILED', failure: reason, failureCode: 'SAFETY.INPUT.TEXT' }),
  cancelled: (moment) => task(moment, { status: 'CANCELLED' }),
  notFound: () => json({ error: 'Task not found' }, 404),
};
