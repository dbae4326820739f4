import { kie } from '../../../electron/dialects/kie.ts';
import { json, type Moment, type Reply } from '../replies.ts';
import { bearerIs, type Spoken } from '../spoken.ts';

const job = ({ id, at }: Moment, fields: object): Reply =>
  json({
    code: 200,
    msg: 'success',
    data: {
      taskId: id,
      model: 'example/video',
      param: JSON.stringify({ input: { prompt: 'a paper boat' } }),
      resultJson: '',
      failCode: null,
      failMsg: null,
      costTime: null,
      completeTime: null,
      createTime: at - 60_000,
      ...fields,
    },
  });

export const kieSpoken: Spoken = {
  dialect: kie,
  remoteId: 't-1',
  isAuthorized: bearerIs,
  queued: (moment) => job(moment, { state: 'waiting' }),
  running: (moment) => job(moment, { state: 'generating' }),
  succeeded: (moment) =>
    job(moment, {
      state: 'success',
      resultJson: JSON.stringify({ resultUrls: ['https://cdn.example.com/kie/1.mp4'] }),
      costTime: 200_000,
      completeTime: moment.at,
    }),
  failed: (moment, reason) =>
    job(moment, { state: 'fail', failCode: '422', failMsg: reason, costTime: 0, completeTime: moment.at }),
  cancelled: null,
  // Both addresses answer so, under HTTP 200.
  notFound: () => json({ code: 404, msg: 'Not Found', data: null }),
  rateLimited: () => json({ code: 429, msg: 'Rate limited', data: null }),
};
