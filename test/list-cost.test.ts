import { expect, it } from 'vitest';
import type { HttpRequest } from '../electron/core/ports.ts';
import { arkSpoken } from './gateway/spoken/ark.ts';
import { json, type ScriptedHttp } from './fakes/scripted-http.ts';
import { key, startWholeApp } from './fakes/whole-app.ts';

const ids = Array.from({ length: 100 }, (_, index) => `cgt-20260102030405-${String(index).padStart(5, '0')}`);

/** A gateway of 100 running tasks, which has a list or has not. */
const answerFor = ({ url }: HttpRequest, hasList: boolean, at: number) => {
  const { pathname, searchParams } = new URL(url);
  const running = (id: string): unknown => {
    const reply = arkSpoken.running({ id, at, passed: 0 }, 0);
    return reply.kind === 'answer' ? JSON.parse(reply.body) : null;
  };
  const last = pathname.slice(pathname.lastIndexOf('/') + 1);
  if (last !== 'tasks') return json(running(last));
  if (!hasList) return json({ error: { code: 'InvalidPath', message: 'no such route' } }, 404);
  return json({ items: searchParams.getAll('filter.task_ids').map(running), total: ids.length });
};

const requestsOfTenMinutes = async (hasList: boolean): Promise<number> => {
  const whole = startWholeApp();
  const http: ScriptedHttp = whole.http;
  http.get = (request) => {
    http.requests.push(request);
    return Promise.resolve(answerFor(request, hasList, whole.clock.now()));
  };
  const draft = {
    name: 'Ark',
    baseUrl: 'https://ark.example.com',
    dialect: 'ark',
    allowPlainHttp: false,
    requestsPerSecond: null,
    saving: 'as-set' as const,
    key,
  };
  expect(await whole.app.gateways.add(draft)).toMatchObject({ ok: true });
  whole.app.tasks.watch(ids.join('\n'), null, 'window');
  await whole.clock.advance(10 * 60_000);
  const { tasks } = whole.app.view();
  expect(tasks.filter(({ phase, health }) => phase === 'running' && health === 'fresh')).toHaveLength(100);
  whole.app.stop();
  return http.requests.length;
};

it('100 tasks cost at most a twentieth of the requests where the gateway lists them', async () => {
  const listed = await requestsOfTenMinutes(true);
  const single = await requestsOfTenMinutes(false);
  expect(single).toBeGreaterThan(1_000);
  expect(listed).toBeLessThanOrEqual(single / 20);
});

it('a key that is refused is tried twice at most, also where a list turns out to be missing', async () => {
  const whole = startWholeApp();
  const http: ScriptedHttp = whole.http;
  http.get = (request) => {
    http.requests.push(request);
    const isList = new URL(request.url).pathname.endsWith('/tasks');
    const answer = isList
      ? json({ error: { code: 'InvalidPath', message: 'no such route' } }, 404)
      : json({}, 401);
    return Promise.resolve(answer);
  };
  const draft = {
    name: 'Ark',
    baseUrl: 'https://ark.example.com',
    dialect: 'ark',
    allowPlainHttp: false,
    requestsPerSecond: null,
    saving: 'as-set' as const,
    key,
  };
  expect(await whole.app.gateways.add(draft)).toMatchObject({ ok: true });
  whole.app.tasks.watch(ids.join('\n'), null, 'window');
  await whole.clock.advance(60 * 60_000);
  expect(http.requests).toHaveLength(2);
  whole.app.stop();
});
