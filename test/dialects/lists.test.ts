import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ListQuery } from '../../electron/core/dialect.ts';
import { dialectIds } from '../../electron/dialects/dialect.ts';
import { dialects } from '../../electron/dialects/registry.ts';
import type { Report } from '../../electron/shared/task.ts';
import { failedFor, runningAt } from '../gateway/spoken.ts';
import { spoken as allSpoken } from '../gateway/spoken/all.ts';
import { realGateway, type RealGateway } from './checker-of.ts';

const now = Date.UTC(2026, 0, 2, 3, 4, 5);

const listing = dialectIds.flatMap((id) => {
  const { list } = dialects[id];
  return list === null ? [] : [[id, list] as const];
});

describe.each(listing)('the list of a %s gateway over HTTP', (dialectId, list) => {
  const spoken = allSpoken[dialectId];
  const { remoteId } = spoken;
  let real: RealGateway;

  beforeEach(async () => {
    real = await realGateway(spoken, now);
  });
  afterEach(() => real.server.close());

  const ask = async (remoteIds: readonly string[]): Promise<ReadonlyMap<string, Report>> => {
    const found = await real.checker.askList(real.gateway, remoteIds);
    if ('kind' in found) throw new Error(found.trouble);
    return found;
  };

  it('tells of a hundred tasks in five requests at most', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => `${remoteId.slice(0, -3)}${String(100 + index)}`);
    const stories = [runningAt(spoken, 0.42), spoken.succeeded, failedFor(spoken, 'no')];
    ids.forEach((id, index) => {
      real.server.script(id, [stories[index % 3] ?? spoken.queued]);
    });
    const phases: Record<string, string> = {};
    for (let first = 0; first < ids.length; first += list.most) {
      const some = ids.slice(first, first + list.most);
      for (const [id, { phase }] of await ask(some)) phases[id] = phase;
    }
    expect(real.server.requests.length).toBeLessThanOrEqual(5);
    const expected = ['running', 'succeeded', 'failed'];
    expect(phases).toEqual(Object.fromEntries(ids.map((id, index) => [id, expected[index % 3]])));
  });

  it('says of a task what a single answer says', async () => {
    for (const story of [spoken.queued, runningAt(spoken, 0.42), failedFor(spoken, 'no')]) {
      real.server.script(remoteId, [story]);
      const reply = story({ id: remoteId, at: now, passed: 0 });
      const single = dialects[dialectId].read(
        { remoteId, baseUrl: real.server.url, key: real.server.key },
        { status: 200, headers: {}, body: reply.kind === 'answer' ? reply.body : '' },
        now,
      );
      expect({ kind: 'report', report: (await ask([remoteId])).get(remoteId) }).toEqual(single);
    }
  });

  it('tells of no task that nobody asked for', async () => {
    real.server.script(remoteId, [spoken.succeeded]);
    expect([...(await ask([`${remoteId.slice(0, -3)}999`])).keys()]).toEqual([]);
  });

  it('carries its ids in a body where the API wants a POST, and its key in a header only', async () => {
    await ask([remoteId]);
    const [seen] = real.server.requests;
    const { body = '', url } = list.request(real.server.url, [remoteId], real.server.key);
    expect(seen).toMatchObject({ method: body === '' ? 'GET' : 'POST', body });
    if (body !== '') expect(seen?.headers['content-type']).toContain('application/json');
    expect(url + body).not.toContain(real.server.key);
  });

  it('is not read out of a page, a refusal or a limit', () => {
    const read = (status: number, body: string): ReturnType<ListQuery['read']> =>
      list.read({ baseUrl: real.server.url, remoteIds: [remoteId] }, { status, headers: {}, body }, now);
    expect(read(200, '<html>')).toMatchObject({ trouble: 'not-json' });
    expect(read(401, '{}')).toMatchObject({ trouble: 'refused' });
    expect(read(429, '')).toMatchObject({ trouble: 'rate-limited' });
    expect(read(500, '{}')).toMatchObject({ trouble: 'server-error' });
    for (const body of ['{}', '[]', '{"data":[null,1,{}]}']) expect(read(200, body)).toEqual(new Map());
  });
});
