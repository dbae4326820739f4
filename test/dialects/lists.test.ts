import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListQuery } from '../../electron/core/dialect.ts';
import type { HttpRequest } from '../../electron/core/ports.ts';
import { dialectIds } from '../../electron/dialects/dialect.ts';
import { dialects } from '../../electron/dialects/registry.ts';
import { createAxiosHttp } from '../../electron/platform/axios-http.ts';
import type { Report } from '../../electron/shared/task.ts';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { failedFor, runningAt } from '../gateway/spoken.ts';
import { spoken as allSpoken } from '../gateway/spoken/all.ts';

const now = Date.UTC(2026, 0, 2, 3, 4, 5);
const http = createAxiosHttp(fetch);

const listing = dialectIds.flatMap((id) => {
  const { list } = dialects[id];
  return list === null ? [] : [[id, list] as const];
});

describe.each(listing)('the list of a %s gateway over HTTP', (dialectId, list) => {
  const spoken = allSpoken[dialectId];
  const { remoteId } = spoken;
  let gateway: TestGateway;

  beforeEach(async () => {
    gateway = await createGateway({ spoken, now: () => now });
  });
  afterEach(() => gateway.close());

  const ask = async (remoteIds: readonly string[]): Promise<ReadonlyMap<string, Report>> => {
    const answer = await http.get(list.request(gateway.url, remoteIds, gateway.key));
    if (!answer.ok) throw new Error(answer.trouble);
    const found = list.read({ baseUrl: gateway.url, remoteIds }, answer.value, now);
    if ('kind' in found) throw new Error(found.trouble);
    return found;
  };

  it('tells of a hundred tasks in five requests at most', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `${remoteId.slice(0, -3)}${String(100 + index)}`);
    const stories = [runningAt(spoken, 0.42), spoken.succeeded, failedFor(spoken, 'no')];
    ids.forEach((id, index) => {
      gateway.script(id, [stories[index % 3] ?? spoken.queued]);
    });
    const phases: Record<string, string> = {};
    for (let first = 0; first < ids.length; first += list.most) {
      const some = ids.slice(first, first + list.most);
      for (const [id, { phase }] of await ask(some)) phases[id] = phase;
    }
    expect(gateway.requests.length).toBeLessThanOrEqual(5);
    const expected = ['running', 'succeeded', 'failed'];
    expect(phases).toEqual(Object.fromEntries(ids.map((id, index) => [id, expected[index % 3]])));
  });

  it('says of a task what a single answer says', async () => {
    for (const story of [spoken.queued, runningAt(spoken, 0.42), failedFor(spoken, 'no')]) {
      gateway.script(remoteId, [story]);
      const reply = story({ id: remoteId, at: now, passed: 0 });
      const single = dialects[dialectId].read(
        { remoteId, baseUrl: gateway.url, key: gateway.key },
        { status: 200, headers: {}, body: reply.kind === 'answer' ? reply.body : '' },
        now,
      );
      expect({ kind: 'report', report: (await ask([remoteId])).get(remoteId) }).toEqual(single);
    }
  });

  it('tells of no task that nobody asked for', async () => {
    gateway.script(remoteId, [spoken.succeeded]);
    expect([...(await ask([`${remoteId.slice(0, -3)}999`])).keys()]).toEqual([]);
  });

  it('carries its ids in a body where the API wants a POST, and its key in a header only', async () => {
    await ask([remoteId]);
    const [seen] = gateway.requests;
    const { body = '', url } = list.request(gateway.url, [remoteId], gateway.key) as HttpRequest;
    expect(seen).toMatchObject({ method: body === '' ? 'GET' : 'POST', body });
    if (body !== '') expect(seen?.headers['content-type']).toContain('application/json');
    expect(url + body).not.toContain(gateway.key);
  });

  it('is not read out of a page, a refusal or a limit', () => {
    const read = (status: number, body: string): ReturnType<ListQuery['read']> =>
      list.read({ baseUrl: gateway.url, remoteIds: [remoteId] }, { status, headers: {}, body }, now);
    expect(read(200, '<html>')).toMatchObject({ trouble: 'not-json' });
    expect(read(401, '{}')).toMatchObject({ trouble: 'refused' });
    expect(read(429, '')).toMatchObject({ trouble: 'rate-limited' });
    expect(read(500, '{}')).toMatchObject({ trouble: 'server-error' });
    for (const body of ['{}', '[]', '{"data":[null,1,{}]}']) expect(read(200, body)).toEqual(new Map());
  });
});
