import { veo } from '../../../electron/dialects/veo.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import type { Spoken } from '../spoken.ts';

const operation = ({ id }: Moment, fields: object = {}): Reply => json({ name: id, ...fields });

export const veoSpoken: Spoken = {
  dialect: veo,
  remoteId: 'models/veo-example/operations/op000001',
  isAuthorized: (headers, key) => headers['x-goog-api-key'] === key,
  queued: (moment) => operation(moment),
  running: (moment) => operation(moment),
  succeeded: (moment) => {
    const uri = 'https://generativelanguage.googleapis.com/v1beta/files/f000001:download?alt=media';
    return operation(moment, {
      done: true,
      response: { generateVideoResponse: { generatedSamples: [{ video: { uri } }] } },
    });
  },
  failed: (moment, reason) => operation(moment, { done: true, error: { code: 3, message: reason } }),
  cancelled: null,
  notFound: () =>
    json({ error: { code: 404, message: 'Requested entity was not found.', status: 'NOT_FOUND' } }, 404),
};
