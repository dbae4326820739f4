import { bearer, jsonDialect } from './json-dialect.ts';
import { textAt, tokenAt, type JsonObject } from './json-fields.ts';
import { isContentPath, ownLink } from './own-link.ts';
import { filledUrl } from './path-template.ts';
import type { TaskFields } from './task-fields.ts';

const content = '/api/v1/videos/{id}/content';

/** OpenRouter’s videos and the gateways that copy them. */
export const openrouter = jsonDialect({
  id: 'openrouter',
  label: 'OpenRouter',
  source: 'OpenRouter documents, video generation; measurements of a look-alike.',
  hosts: ['openrouter.ai'],
  paths: ['/api/v1/videos/{id}', content],
  headers: bearer,
  words: {
    queued: ['pending', 'queued'],
    succeeded: ['completed'],
    failed: ['failed', 'expired'],
    cancelled: ['cancelled'],
  },
  linkLifeMs: null,
  // 10 s is the documents' advice, five a second what a look-alike allows.
  pacing: { requestsPerSecond: 5, shortestDelayMs: 10_000 },
  hasProgress: false,

  pick: (body, { remoteId, baseUrl }) => {
    const id = textAt(body, 'id');
    if (id !== null && id !== remoteId) return { trouble: 'other-task' };
    return fieldsOf(body, baseUrl, remoteId);
  },

  recognises: (body) => textAt(body, 'polling_url') !== null && textAt(body, 'status') !== null,
});

const fieldsOf = (body: JsonObject, baseUrl: string, remoteId: string): TaskFields | null => {
  const word = textAt(body, 'status');
  if (word === null) return null;
  return {
    word,
    model: textAt(body, 'model'),
    links: [
      // Signed links first: they work without the key.
      ...textsAt(body, 'urls').map((url) => ownLink(baseUrl, url, isContentPath)),
      ...textsAt(body, 'unsigned_urls').map((url) => ownLink(baseUrl, url, () => true)),
      ownLink(baseUrl, `${filledUrl(baseUrl, content, remoteId)}?index=0`, () => true),
    ],
    failure: {
      code: tokenAt(body, 'error', 'code'),
      message: textAt(body, 'error') ?? textAt(body, 'error', 'message'),
    },
  };
};

const textsAt = (body: JsonObject, name: string): readonly string[] => {
  const found = body[name];
  return Array.isArray(found) ? found.filter((text) => typeof text === 'string') : [];
};
