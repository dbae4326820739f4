import { bearer, jsonDialect, noPacing } from './json-dialect.ts';
import { objectsAt, textAt, tokenAt } from './json-fields.ts';

/** Zhipu and Z.ai: CogVideoX, and Vidu as they resell it. The remote id is the `id` of the create answer. */
export const zhipu = jsonDialect({
  id: 'zhipu',
  label: 'Zhipu / Z.ai (CogVideoX)',
  source: 'Zhipu and Z.ai API documents, asynchronous results.',
  hosts: ['open.bigmodel.cn', 'api.z.ai'],
  paths: ['/api/paas/v4/async-result/{id}', '/async-result/{id}'],
  headers: bearer,
  words: { queued: [], succeeded: ['SUCCESS'], failed: ['FAIL'] },
  linkLifeMs: null,
  pacing: noPacing,
  hasProgress: false,

  pick: (body, { remoteId }) => {
    // `request_id` is the caller's own name for the request and tells nothing.
    const id = tokenAt(body, 'id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    const word = textAt(body, 'task_status');
    if (word === null) return null;
    return {
      word,
      model: textAt(body, 'model'),
      links: objectsAt(body, 'video_result').flatMap((video) => [
        { kind: 'video', url: textAt(video, 'url') },
        { kind: 'thumbnail', url: textAt(video, 'cover_image_url') },
      ]),
      // The documents do not show a failure's reason; this is where the API puts the errors of requests.
      failure: { code: tokenAt(body, 'error', 'code'), message: textAt(body, 'error', 'message') },
    };
  },

  recognises: (body) => textAt(body, 'task_status') !== null,
});
