import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { filledUrl, matchedUrl } from '../../electron/dialects/path-template.ts';

const base = 'https://api.example.com';

describe('a path template', () => {
  it.each([
    ['/v1/videos/{id}', 'sora-2:task_1', '/v1/videos/sora-2:task_1'],
    ['/v1/videos/{id}/content', 'a b', '/v1/videos/a%20b/content'],
    ['/v1/query?task_id={id}', 'a&b=c', '/v1/query?task_id=a%26b%3Dc'],
    ['/v1/videos/{kind}/{id}', 'text2video/8001', '/v1/videos/text2video/8001'],
    ['/{owner}/{app}/requests/{id}/status', 'o/a/f-1', '/o/a/requests/f-1/status'],
    ['/v1beta/{name...}', 'models/veo/operations/op1', '/v1beta/models/veo/operations/op1'],
    ['/v1/videos/{id}', 'a/b', '/v1/videos/a%2Fb'],
    ['/v1/videos/{kind}/{id}', 'k/a/b', '/v1/videos/k/a%2Fb'],
  ])('%s is filled with %s', (template, remoteId, path) => {
    expect(filledUrl(base, template, remoteId)).toBe(`${base}${path}`);
  });

  it.each([
    [`${base}/`, `${base}/api/v3/tasks/t`],
    [`${base}/api`, `${base}/api/v3/tasks/t`],
    [`${base}/api/v3`, `${base}/api/v3/tasks/t`],
    [`${base}/API/V3/tasks/`, `${base}/api/v3/tasks/t`],
    [`${base}/relay/api/v3`, `${base}/relay/api/v3/tasks/t`],
    [`${base}/relay`, `${base}/relay/api/v3/tasks/t`],
  ])('repeats nothing that the base URL %s has already', (baseUrl, url) => {
    expect(filledUrl(baseUrl, '/api/v3/tasks/{id}', 't')).toBe(url);
  });

  it('lets no id out of its place', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (id) => {
        const asked = new URL(filledUrl(`${base}/x`, '/v1/videos/{id}', id));
        expect(asked.origin).toBe(base);
        expect(asked.pathname).toMatch(/^\/x\/v1\/videos\/[^/]+$/);
        expect(asked.search + asked.hash).toBe('');
      }),
    );
  });

  it('lets no part of an id climb out of the path', () => {
    for (const id of ['../../admin', '..', './x', 'a/../../b']) {
      expect(new URL(filledUrl(`${base}/x`, '/v1beta/{name...}', id)).pathname).toMatch(/^\/x\/v1beta\//);
    }
  });
});

describe('the task in a URL', () => {
  it.each([
    [`${base}/v1/videos/sora-2%3Atask_1`, '/v1/videos/{id}', base, 'sora-2:task_1'],
    [`${base}/relay/v1/videos/t/?x=1`, '/v1/videos/{id}', `${base}/relay`, 't'],
    [`${base}/v1/query?task_id=7&x=1`, '/v1/query?task_id={id}', base, '7'],
    [`${base}/v1/videos/text2video/8001`, '/v1/videos/{kind}/{id}', base, 'text2video/8001'],
    [`${base}/o/a/requests/f/status`, '/{owner}/{app}/requests/{id}/status', base, 'o/a/f'],
    [`${base}/v1beta/models/m/operations/o`, '/v1beta/{name...}', base, 'models/m/operations/o'],
  ])('of %s is found', (url, template, baseUrl, remoteId) => {
    expect(matchedUrl(new URL(url), template)).toEqual({ baseUrl, remoteId });
  });

  it.each([
    [`${base}/v1/videos`, '/v1/videos/{id}'],
    [`${base}/v1/videos/a/b`, '/v1/videos/{id}'],
    [`${base}/v1/videos/%E0%A4%A`, '/v1/videos/{id}'],
    [`${base}/v1/query?id=7`, '/v1/query?task_id={id}'],
    [`${base}/v1/query?task_id=`, '/v1/query?task_id={id}'],
    [`${base}/?Action=Other&id=7`, '/?Action=Get&id={id}'],
    [`${base}/v1xvideos/7`, '/v1.videos/{id}'],
  ])('of %s is none by %s', (url, template) => {
    expect(matchedUrl(new URL(url), template)).toBeNull();
  });

  it('is the one that the URL was made for', () => {
    const segment = fc.stringMatching(/^[A-Za-z0-9:_-][A-Za-z0-9 .:&?#%_-]{0,20}$/);
    const template = fc.constantFrom('/v1/videos/{kind}/{id}', '/mj/{kind}/x?task={id}');
    fc.assert(
      fc.property(segment, segment, template, (kind, id, path) => {
        const remoteId = `${kind}/${id}`;
        expect(matchedUrl(new URL(filledUrl(base, path, remoteId)), path)).toEqual({
          baseUrl: base,
          remoteId,
        });
      }),
    );
  });
});
