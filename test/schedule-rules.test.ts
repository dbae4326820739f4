import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isFinalPhase } from '../electron/shared/task.ts';
import type { HttpTrouble } from '../electron/core/ports.ts';
import type { TaskStore } from '../electron/core/store-ports.ts';
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
    requestsPerSecond: 1,
    ids: ['100000000000001', '100000000000002', '100000000000003', '100000000000004'],
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
    file_id: ended ? fileOf(id) : '',
    base_resp: { status_code: 0, status_msg: 'success' },
  }),
};

const lastOf = ({ pathname }: URL): string => pathname.slice(pathname.lastIndexOf('/') + 1);

/** The file that holds a task's video is named after it. */
const fileOf = (id: string): string => `2${id}`;

const about = (url: URL): readonly string[] => {
  const listed = url.searchParams.getAll('filter.task_ids');
  const file = url.searchParams.get('file_id');
  if (listed.length > 0) return listed;
  return [file === null ? (url.searchParams.get('task_id') ?? lastOf(url)) : file.slice(1)];
};

const createWorld = () => {
  const clock = createManualClock();
  const vault = createMemoryVault();
  const ended = new Set<string>();
  const answerOf =
    (host: Host) =>
    (url: URL): unknown => {
      const fileId = url.searchParams.get('file_id');
      if (fileId !== null)
        return {
          file: { file_id: Number(fileId), download_url: 'https://cdn.example.com/m/1.mp4' },
          base_resp: { status_code: 0, status_msg: 'success' },
        };
      const ids = about(url);
      if (url.searchParams.has('filter.task_ids'))
        return { items: ids.map((id) => bodies[host](id, ended.has(id))), total: ids.length };
      const [id = ''] = about(url);
      return bodies[host](id, ended.has(id));
    };
  const behaviours = Object.fromEntries(
    hosts.flatMap((host): [string, Behaviour][] => {
      const behaviour: Behaviour = {
        requestsPerSecond: kinds[host].requestsPerSecond,
        latencyMs: 100,
        trouble: null,
        refusal: null,
        answer: answerOf(host),
        about,
      };
      // Tests only: two ids, two keys, and nobody limits them together.
      const draft = {
        ...behaviour,
        requestsPerSecond: 100,
        refusal: { status: 429, retryAfterS: 300 },
        about: () => [],
      };
      return [
        [host, behaviour],
        [`draft.${host}`, draft],
      ];
    }),
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
          saving: 'as-set' as const,
          key: 'sk-0123456789abc',
        };
        const added = await life.app.gateways.add(draft);
        if (added.ok) life.app.tasks.watch(kinds[host].ids.join('\n'), added.value.id, 'window');
      }
    },
    restart: async () => {
      life.app.stop();
      judging.disconnect();
      // What a form held that was never saved is gone with it.
      for (const host of hosts) judging.forgive(`draft.${host}`);
      // No process ends and starts within a second.
      await clock.advance(secondMs);
      life = live();
    },
    end: () => life.app.stop(),
  };
};
type World = ReturnType<typeof createWorld>;
type Step = (world: World) => Promise<void> | void;

/** A step that a counterexample shows by its name. */
const named = (name: string, step: Step): Step => Object.assign(step, { [fc.toStringMethod]: () => name });

const host = fc.constantFrom(...hosts);
const taskIdsOf = (world: World): readonly string[] =>
  world
    .app()
    .view()
    .tasks.map(({ id }) => id);

const a = <Value>(
  weight: number,
  arbitrary: fc.Arbitrary<Value>,
  step: (value: Value) => Step,
  name: (value: Value) => string,
): fc.WeightedArbitrary<Step> => ({
  weight,
  arbitrary: arbitrary.map((value) => named(name(value), step(value))),
});
const ms = (min: number, max: number): fc.Arbitrary<number> => fc.integer({ min, max });

const steps: readonly fc.WeightedArbitrary<Step>[] = [
  a(
    8,
    ms(1, 3 * minuteMs),
    (forMs) =>
      ({ clock }) =>
        clock.advance(forMs),
    (forMs) => `wait ${String(forMs)}`,
  ),
  a(
    2,
    ms(secondMs, 5 * hourMs),
    (forMs) =>
      ({ clock, machine }) => {
        clock.sleep(forMs);
        // Some desktops tell of it, others do not.
        if (forMs % 2 === 0) machine().wake();
      },
    (forMs) => `sleep ${String(forMs)}`,
  ),
  a(
    1,
    ms(secondMs, hourMs),
    (forMs) =>
      ({ clock }) =>
        clock.freeze(forMs),
    (forMs) => `freeze ${String(forMs)}`,
  ),
  a(
    2,
    ms(-48 * hourMs, 48 * hourMs),
    (byMs) =>
      ({ clock }) =>
        clock.setWall(byMs),
    (byMs) => `set the wall clock by ${String(byMs)}`,
  ),
  a(
    2,
    fc.constant(null),
    () => (world) => world.restart(),
    () => 'restart',
  ),
  a(
    5,
    fc.tuple(
      host,
      fc.constantFrom(429, 503, 408, 425, 409, 500, 401, 404, 200),
      fc.option(fc.integer({ min: 0, max: 1800 })),
    ),
    ([at, status, retryAfterS]) =>
      ({ judging }) => {
        judging.gateway(at).refusal = status === 200 ? null : { status, retryAfterS };
      },
    ([at, status, retryAfterS]) => `${at} answers ${String(status)}, Retry-After ${String(retryAfterS)}`,
  ),
  a(
    3,
    fc.tuple(
      host,
      fc.constantFrom<HttpTrouble | null>('no-network', 'unreachable', 'timed-out', 'insecure', null),
    ),
    ([at, trouble]) =>
      ({ judging }) => {
        judging.gateway(at).trouble = trouble;
      },
    ([at, trouble]) => `${at}: ${String(trouble)}`,
  ),
  a(
    2,
    fc.tuple(host, ms(0, 19_000)),
    ([at, latencyMs]) =>
      ({ judging }) => {
        judging.gateway(at).latencyMs = latencyMs;
      },
    ([at, latencyMs]) => `${at} answers within ${String(latencyMs)}`,
  ),
  a(
    2,
    fc.boolean(),
    (offline) =>
      ({ machine }) =>
        machine().setOffline(offline),
    (offline) => `the machine is ${offline ? 'offline' : 'online'}`,
  ),
  a(
    2,
    fc.constant(null),
    () => (world) => world.app().tasks.check(taskIdsOf(world)),
    () => 'check all',
  ),
  a(
    1,
    fc.nat({ max: 7 }),
    (index) => (world) => {
      const id = taskIdsOf(world)[index];
      if (id === undefined) return;
      world.app().tasks.remove([id]);
      world.app().tasks.restore([id]);
    },
    (index) => `remove and restore task ${String(index)}`,
  ),
  a(
    2,
    host,
    (at) => async (world) => {
      const gateway = world.app().gateways.named(at);
      if (gateway !== null)
        await world.app().gateways.update(gateway.id, { ...gateway, key: 'sk-another-0123456789' });
    },
    (at) => `another key for ${at}`,
  ),
  a(
    1,
    host,
    (at) => async (world) => {
      const gateway = world.app().gateways.named(at);
      const tested =
        gateway === null ? null : world.app().gateways.test(gateway.id, { ...gateway, key: null });
      // A Test is the user's own request, and answers while the clock goes on.
      await world.clock.advance(60 * secondMs);
      await tested;
    },
    (at) => `test ${at}`,
  ),
  a(
    1,
    host,
    (at) => async (world) => {
      // What a form holds that was not saved yet: for a new gateway, or with another address for a stored one.
      const stored = at === 'single.example.com' ? null : world.app().gateways.named(at);
      const tested = world.app().gateways.test(stored?.id ?? null, {
        baseUrl: `https://draft.${at}`,
        dialect: kinds[at].dialect,
        allowPlainHttp: false,
        requestsPerSecond: null,
        key: 'sk-of-the-draft-0123456789',
      });
      await world.clock.advance(60 * secondMs);
      await tested;
    },
    (at) => `test a draft at ${at}`,
  ),
  a(
    1,
    fc.constantFrom(...hosts.flatMap((at) => kinds[at].ids)),
    (id) =>
      ({ ended }) =>
        void ended.add(id),
    (id) => `${id} ends`,
  ),
  a(
    1,
    fc.boolean(),
    (pause) => (world) => (pause ? world.app().pause() : world.app().resume()),
    (pause) => (pause ? 'pause' : 'resume'),
  ),
  a(
    1,
    fc.constantFrom('fewer-requests' as const, 'told-sooner' as const),
    (promptness) => (world) => world.app().setPromptness(promptness),
    (promptness) => promptness,
  ),
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
