import { jsonDialect, noPacing } from './json-dialect.ts';
import { at, objectAt, objectsAt, textAt, tokenAt, type JsonObject } from './json-fields.ts';
import type { TaskFields } from './task-fields.ts';

/** Google's Veo through the Gemini API. The remote id is the name of an operation, slashes and all. */
export const veo = jsonDialect({
  id: 'veo',
  label: 'Google Veo (Gemini API)',
  source: 'Gemini API documents, video generation and long-running operations.',
  hosts: ['generativelanguage.googleapis.com'],
  paths: ['/v1beta/{name...}'],
  headers: (key) => ({ 'x-goog-api-key': key, Accept: 'application/json' }),
  // The API has no words: these stand for what an operation holds.
  words: { queued: [], succeeded: ['done'], failed: ['error', 'no video'] },
  linkLifeMs: 2 * 24 * 60 * 60 * 1000,
  pacing: noPacing,
  hasProgress: false,
  probeId: 'models/veo/operations/taskbell-connection-test',
  isTaskId: (remoteId) => /(^|\/)operations\/[^/]+$/.test(remoteId),

  pick: (body, { remoteId, baseUrl }) => {
    const name = textAt(body, 'name');
    if (name === null) return null;
    if (name !== remoteId) return { trouble: 'other-task' };
    const fields = at(body, 'done') === true ? doneFields(body, baseUrl) : { word: 'running' };
    return fields === null ? null : { ...fields, model: /^models\/([^/]+)\//.exec(name)?.[1] ?? null };
  },

  recognises: (body) => /(^|\/)operations\/[^/]+$/.test(textAt(body, 'name') ?? ''),
});

/** Null for an ending in a shape that is not known, which may hold a video as well as not. */
const doneFields = (body: JsonObject, baseUrl: string): TaskFields | null => {
  if (objectAt(body, 'error') !== null) {
    const failure = { code: tokenAt(body, 'error', 'code'), message: textAt(body, 'error', 'message') };
    return { word: 'error', failure };
  }
  const answer = objectAt(body, 'response', 'generateVideoResponse');
  if (answer === null) return null;
  const links = objectsAt(answer, 'generatedSamples').map((sample) => {
    const url = textAt(sample, 'video', 'uri');
    // The file asks for the key. Another origin never gets it, whatever the answer says.
    return { kind: 'video', url, needsKey: url !== null && isOnOriginOf(baseUrl, url) } as const;
  });
  if (links.length > 0) return { word: 'done', links };
  const reasons = at(answer, 'raiMediaFilteredReasons');
  const said = Array.isArray(reasons) ? reasons.filter((reason) => typeof reason === 'string') : [];
  const message = said.length > 0 ? said.join(' ') : 'The operation ended without a video.';
  return { word: 'no video', failure: { code: 'content_filtered', message } };
};

const isOnOriginOf = (baseUrl: string, url: string): boolean =>
  URL.canParse(url) && URL.canParse(baseUrl) && new URL(url).origin === new URL(baseUrl).origin;
