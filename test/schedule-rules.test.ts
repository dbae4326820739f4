import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFinalPhase } from '../electron/shared/task.ts';
import type { HttpTrouble, TaskStore } from '../electron/core/ports.ts';
import { createSqliteStore } from '../electron/platform/sqlite-store.ts';
import { createJudgingHttp, type Behaviour } from './fakes/judging-http.ts';
import { createManualClock } from './fakes/manual-clock.ts';
import { createMemoryVault } from './fakes/memory-vault.ts';
import { createScriptedHttp, type ScriptedHttp } from './fakes/scripted-http.ts';
import { startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

/** Asked one by one; with a list; with a second request for each link. */
const kinds = {
  'single.example.com': { dialect: 'relay', requestsPerSecond: 0.5, ids: ['task_1', 'task_2', 'task_3'] },
  'listed.example.com': {
    dialect: 'ark',
    requestsPerSecond: 2,
    ids: ['cgt-20260102030405-00001', 'cgt-20260102030405-00002', 'cgt-20260102030405-00003'],
  },
  'twice.example.com': {
    dialect: 'minimax',
    requestsPerSecond: 3,
    ids: ['100000000000001', '100000000000002'],
  },
} as const;
type Host = keyof typeof kinds;
const hosts = Object.keys(kinds) as Host[];

/** How a task of each kind is reported, by whether it has ended. */
const bodies: Readonly<Record<Host, (id: string, ended: boolean) => unknown>> = {
  'single.example.com': (id, ended) =>
    ended
      ? { id, status: 'completed', video_url: 'https://cdn.example.com/1.mp4' }
      : { id, status: 'processing' },
  'listed.example.com': (id, ended) => ({
    id,
    status: ended ? 'succeeded' : 'running',
    content: ended ? { video_url: 'https://cdn.example.com/1.mp4' } : undefined,
  }),
  'twice.example.com': (id, ended) => ({
    task_id: id,
    status: ended ? 'Success' : 'Processing',
    file_id: ended ? '2' : '',
    base_resp: { status_code: 0, status_msg: 'success' },
  }),
};

const lastOf = ({ pathname }: URL): string => pathname.slice(pathname.lastIndexOf('/') + 1);

const createWorld = () => {
  const clock = createManualClock();
  const vault = createMemoryVault();
  const ended = new Set<string>();
  const answerOf =
    (host: Host) =>
    (url: URL): unknown => {
      if (url.pathname.includes('/files/'))
        return {
          file: { file_id: 2, download_url: 'https://cdn.example.com/m/1.mp4' },
          base_resp: { status_code: 0, status_msg: 'success' },
        };
      const ids = url.searchParams.getAll('filter.task_ids');
      if (ids.length > 0)
        return { items: ids.map((id) => bodies[host](id, ended.has(id))), total: ids.length };
      const id = url.searchParams.get('task_id') ?? lastOf(url);
      return bodies[host](id, ended.has(id));
    };
  const behaviours = Object.fromEntries(
    hosts.map((host): [string, Behaviour] => [
      host,
      {
        requestsPerSecond: kinds[host].requestsPerSecond,
        latencyMs: 100,
        trouble: null,
        refusal: null,
        answer: answerOf(host),
      },
    ]),
  );
  const judging = createJudgingHttp(clock, behaviours);
  const http: ScriptedHttp = { ...createScriptedHttp(), get: (request) => judging.get(request) };
  // One store for all lives of the app: what is on the disk is not what this is about.
  const kept = createSqliteStore(':memory:');
  const store = (): TaskStore => ({ ...kept, close: () => undefined });
  const live = (): WholeApp => startWholeApp({ clock, vault, http, store });
  let life = live();
  return {
    clock,
    ended,
    judging,
    app: () => life.app,
    machine: () => life.machine,
    setUp: async () => {
      for (const host of hosts) {
        const { dialect, requestsPerSecond } = kinds[host];
        const baseUrl = `https://${host}`;
        const draft = {
          name: host,
          baseUrl,
          dialect,
          allowPlainHttp: false,
          requestsPerSecond,
          key: 'sk-0123456789abc',
        };
        const added = await life.app.gateways.add(draft);
        if (added.ok) life.app.tasks.watch(kinds[host].ids.join('\n'), added.value.id, 'window');
      }
    },
    restart: async () => {
      life.app.stop();
      judging.disconnect();
      // No process ends and starts within a second.
      await clock.advance(secondMs);
      life = live();
    },
    end: () => life.app.stop(),
  };
};
type World = ReturnType<typeof createWorld>;
type Step = (world: World) => Promise<void> | void;

const host = fc.constantFrom(...hosts);
const taskIdsOf = (world: World): readonly string[] =>
  world
    .app()
    .view()
    .tasks.map(({ id }) => id);

const steps: readonly fc.WeightedArbitrary<Step>[] = [
  {
    weight: 8,
    arbitrary: fc.integer({ min: 1, max: 3 * minuteMs }).map(
      (ms): Step =>
        ({ clock }) =>
          clock.advance(ms),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: secondMs, max: 5 * hourMs }).map((ms): Step => ({ clock, machine }) => {
      clock.sleep(ms);
      // Some desktops tell of it, others do not.
      if (ms % 2 === 0) machine().wake();
    }),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: secondMs, max: hourMs }).map(
      (ms): Step =>
        ({ clock }) =>
          clock.freeze(ms),
    ),
  },
  {
    weight: 2,
    arbitrary: fc.integer({ min: -48 * hourMs, max: 48 * hourMs }).map(
      (ms): Step =>
        ({ clock }) =>
          clock.setWall(ms),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Step>((world) => world.restart()) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        host,
        fc.constantFrom(429, 503, 408, 425, 409, 500, 401, 200),
        fc.option(fc.integer({ min: 0, max: 1800 })),
      )
      .map(([at, status, retryAfterS]): Step => ({ judging }) => {
        judging.gateway(at).refusal = status === 200 ? null : { status, retryAfterS };
      }),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        host,
        fc.constantFrom<HttpTrouble | null>('no-network', 'unreachable', 'timed-out', 'insecure', null),
      )
      .map(([at, trouble]): Step => ({ judging }) => {
        judging.gateway(at).trouble = trouble;
      }),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(host, fc.integer({ min: 0, max: 19_000 })).map(([at, ms]): Step => ({ judging }) => {
      judging.gateway(at).latencyMs = ms;
    }),
  },
  {
    weight: 2,
    arbitrary: fc.boolean().map(
      (offline): Step =>
        ({ machine }) =>
          machine().setOffline(offline),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Step>((world) => world.app().tasks.check(taskIdsOf(world))) },
  {
    weight: 1,
    arbitrary: fc.nat({ max: 7 }).map((index): Step => (world) => {
      const id = taskIdsOf(world)[index];
      if (id === undefined) return;
      world.app().tasks.remove([id]);
      world.app().tasks.restore([id]);
    }),
  },
  {
    weight: 2,
    arbitrary: host.map((at): Step => async (world) => {
      const gateway = world.app().gateways.named(at);
      if (gateway !== null)
        await world.app().gateways.update(gateway.id, { ...gateway, key: 'sk-another-0123456789' });
    }),
  },
  {
    weight: 1,
    arbitrary: host.map((at): Step => async (world) => {
      const gateway = world.app().gateways.named(at);
      const tested =
        gateway === null ? null : world.app().gateways.test(gateway.id, { ...gateway, key: null });
      // A Test is the user's own request, and answers while the clock goes on.
      await world.clock.advance(30 * secondMs);
      await tested;
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(...kinds['single.example.com'].ids).map(
      (id): Step =>
        ({ ended }) =>
          void ended.add(id),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.boolean().map(
      (pause): Step =>
        (world) =>
          pause ? world.app().pause() : world.app().resume(),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('fewer-requests' as const, 'told-sooner' as const).map(
      (promptness): Step =>
        (world) =>
          world.app().setPromptness(promptness),
    ),
  },
];

/** Whoever has not ended is planned, is being asked about right now, or waits for the user. */
const expectAllPlanned = (world: World): void => {
  const { tasks, gateways } = world.app().view();
  for (const task of tasks.filter(({ phase }) => !isFinalPhase[phase])) {
    const hold = gateways.find(({ id }) => id === task.gatewayId)?.waitReason;
    const isPlanned = task.nextCheckAt !== null || hold === 'key';
    expect(isPlanned || world.judging.underway() > 0, `${task.remoteId} is planned`).toBe(true);
  }
};

const settle = async (world: World): Promise<void> => {
  for (const at of hosts) {
    Object.assign(world.judging.gateway(at), { trouble: null, refusal: null, latencyMs: 100 });
    for (const id of kinds[at].ids) world.ended.add(id);
  }
  world.machine().setOffline(false);
  world.app().resume();
  world.app().tasks.check(taskIdsOf(world));
  await world.clock.advance(2 * hourMs);
};

it('no check falls into a wait, above a budget or beside another of its task, and none is lost, whatever happens', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(...steps), { minLength: 5, maxLength: 40 }), async (taken) => {
      const world = createWorld();
      await world.setUp();
      for (const step of taken) {
        await step(world);
        expectAllPlanned(world);
      }
      await settle(world);
      expect(world.judging.breaches).toEqual([]);
      for (const { remoteId, phase, linksPending } of world.app().view().tasks) {
        expect({ remoteId, phase, linksPending }).toEqual({
          remoteId,
          phase: 'succeeded',
          linksPending: false,
        });
      }
      world.end();
    }),
    { numRuns: 150 },
  );
}, 120_000);
