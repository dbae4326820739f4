import { describe, expect, it } from 'vitest';
import type { HttpRequest } from '../../electron/core/ports.ts';
import { createSqliteStore } from '../../electron/platform/sqlite-store.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { createManualMachine } from '../fakes/manual-machine.ts';
import { createMemoryVault } from '../fakes/memory-vault.ts';
import { completed, createScriptedHttp, json, running, troubled } from '../fakes/scripted-http.ts';
import { addGateway, key, startWholeApp, type WholeApp } from '../fakes/whole-app.ts';

const minuteMs = 60_000;

const watch = (whole: WholeApp, gatewayId: string, ...remoteIds: string[]): void => {
  expect(whole.app.tasks.watch(remoteIds.join('\n'), gatewayId, 'window').ok).toBe(true);
};
const askedAt = ({ http }: WholeApp, host: string): HttpRequest[] =>
  http.requests.filter(({ url }) => new URL(url).hostname === host);
const entryOf = ({ app }: WholeApp, remoteId: string) =>
  app.view().tasks.find((task) => task.remoteId === remoteId);

/** Several lives of the app over one store. */
const lives = () => {
  const common = { clock: createManualClock(), http: createScriptedHttp(), vault: createMemoryVault() };
  const kept = createSqliteStore(':memory:');
  const live = (): WholeApp =>
    startWholeApp({ ...common, store: () => ({ ...kept, close: () => undefined }) });
  return { common, live };
};

describe('a restart', () => {
  it('does not end a wait that a gateway has named, and shows it', async () => {
    const { common, live } = lives();
    const first = live();
    const gatewayId = await addGateway(first);
    common.http.answer('task_1', json({}, 429, { 'retry-after': '1800' }));
    watch(first, gatewayId, 'task_1');
    await common.clock.advance(minuteMs);
    first.app.stop();
    const second = live();
    expect(second.app.view().gateways).toMatchObject([
      { waitReason: 'gateway-asked', trouble: 'rate-limited' },
    ]);
    await common.clock.advance(28 * minuteMs);
    expect(common.http.requests).toHaveLength(1);
    common.http.answer('task_1', running('task_1', 0.5));
    await common.clock.advance(2 * minuteMs);
    expect(entryOf(second, 'task_1')?.health).toBe('fresh');
    second.app.stop();
  });
});

describe('after a sleep', () => {
  const startAsleep = async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    const ids = ['task_1', 'task_2', 'task_3'];
    for (const id of ids) whole.http.answer(id, running(id, 0.5));
    watch(whole, gatewayId, ...ids);
    await whole.clock.advance(10_000);
    for (const id of ids) whole.http.answer(id, completed(id));
    whole.clock.sleep(60 * minuteMs);
    return whole;
  };

  it('nothing is asked before the network can have come up, not even by a timer that comes first', async () => {
    const whole = await startAsleep();
    const asked = whole.http.requests.length;
    whole.machine.wake();
    whole.app.tasks.check(whole.app.view().tasks.map(({ id }) => id));
    await whole.clock.advance(1_499);
    expect(whole.http.requests).toHaveLength(asked);
    await whole.clock.advance(2_000);
    expect(whole.http.requests).toHaveLength(asked + 3);
  });

  it('what ended meanwhile is told in one notice, though it is not much', async () => {
    const whole = await startAsleep();
    whole.machine.wake();
    await whole.clock.advance(minuteMs);
    expect(whole.desktop.notices).toMatchObject([{ title: 'While you were away: 3 ready' }]);
  });

  it('a gateway that has asked for a long wait does not keep the news of others back', async () => {
    const whole = startWholeApp();
    const patient = await addGateway(whole, 'Patient', 'https://patient.example.com');
    const ready = await addGateway(whole, 'Ready', 'https://ready.example.com');
    whole.http.answer('task_1', running('task_1', 0.5));
    watch(whole, ready, 'task_1');
    await whole.clock.advance(10_000);
    whole.http.answer('task_2', json({}, 429, { 'retry-after': '3600' }));
    watch(whole, patient, 'task_2');
    await whole.clock.advance(3_000);
    whole.http.answer('task_1', completed('task_1'));
    whole.clock.sleep(20 * minuteMs);
    whole.machine.wake();
    await whole.clock.advance(5_000);
    expect(whole.desktop.notices).toMatchObject([{ title: 'Video ready' }]);
  });

  it('the same goes for a network that comes up late', async () => {
    const whole = await startAsleep();
    for (const id of ['task_1', 'task_2', 'task_3']) whole.http.answer(id, troubled('no-network'));
    whole.machine.wake();
    await whole.clock.advance(10 * minuteMs);
    expect(whole.app.view().status.online).toBe(false);
    for (const id of ['task_1', 'task_2', 'task_3']) whole.http.answer(id, completed(id));
    await whole.clock.advance(minuteMs);
    expect(whole.desktop.notices).toMatchObject([{ title: 'While you were away: 3 ready' }]);
  });
});

describe('an answer that was asked for before the gateway was changed', () => {
  it.each([
    ['a refusal', json({}, 401)],
    ['an ending', completed('task_1')],
  ])('such as %s does not count, and the task is asked about anew', async (_what, late) => {
    const http = createScriptedHttp();
    const waiting: (() => void)[] = [];
    const slow = { on: true };
    const whole = startWholeApp({
      http: {
        ...http,
        get: async (request) => {
          if (!slow.on) return http.get(request);
          await new Promise<void>((resolve) => waiting.push(resolve));
          return late;
        },
      },
    });
    const gatewayId = await addGateway(whole);
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(3_000);
    slow.on = false;
    http.answer('task_1', running('task_1', 0.5));
    await whole.app.gateways.update(gatewayId, {
      name: 'Studio',
      baseUrl: 'https://other.example.com',
      dialect: 'relay',
      allowPlainHttp: false,
      requestsPerSecond: null,
      saving: 'as-set' as const,
      key,
    });
    for (const answer of waiting) answer();
    await whole.clock.advance(1_000);
    expect(entryOf(whole, 'task_1')).toMatchObject({ phase: 'running', health: 'fresh' });
    expect(askedAt(whole, 'other.example.com')).toHaveLength(1);
    expect(whole.app.view().gateways).toMatchObject([{ trouble: null, waitReason: null }]);
  });
});

describe('a gateway whose key or address is new', () => {
  it('is asked about all its tasks at once, not when they are due', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(30 * minuteMs);
    const asked = whole.http.requests.length;
    while (whole.http.requests.length === asked) await whole.clock.advance(100);
    await whole.app.gateways.update(gatewayId, {
      name: 'Studio',
      baseUrl: 'https://other.example.com',
      dialect: 'relay',
      allowPlainHttp: false,
      requestsPerSecond: null,
      saving: 'as-set' as const,
      key,
    });
    await whole.clock.advance(500);
    expect(askedAt(whole, 'other.example.com')).toHaveLength(1);
  });
});

describe('what is removed while it is caught up with', () => {
  it('is not waited for', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    for (const id of ['task_1', 'task_2']) whole.http.answer(id, running(id, 0.5));
    watch(whole, gatewayId, 'task_1', 'task_2');
    await whole.clock.advance(10_000);
    whole.http.answer('task_1', completed('task_1'));
    whole.clock.sleep(60 * minuteMs);
    whole.app.pause();
    whole.app.resume();
    await whole.clock.advance(100);
    expect(whole.desktop.notices).toEqual([]);
    whole.app.tasks.remove([entryOf(whole, 'task_2')?.id ?? '']);
    await whole.clock.advance(1_000);
    expect(whole.desktop.notices).toHaveLength(1);
  });
});

describe('what was decided and not shown', () => {
  it('is told at once when the app is paused, because nothing is asked that could be waited for', async () => {
    const { common, live } = lives();
    const first = live();
    const gatewayId = await addGateway(first);
    for (const id of ['task_1', 'task_2']) common.http.answer(id, running(id, 0.5));
    watch(first, gatewayId, 'task_1', 'task_2');
    await common.clock.advance(5_000);
    first.desktop.notifierTrouble = 'absent';
    common.http.answer('task_1', completed('task_1'));
    await common.clock.advance(minuteMs);
    first.app.pause();
    first.app.stop();
    const second = live();
    await common.clock.advance(1_000);
    expect(second.desktop.notices).toMatchObject([{ title: 'Video ready' }]);
    second.app.stop();
  });
});

describe('a network or a battery that is to be spared', () => {
  it('is shown from the start, and as long as it is so', () => {
    const machine = createManualMachine();
    machine.setSlow('metered');
    const { app } = startWholeApp({ machine });
    expect(app.view().status.slowedBy).toBe('metered');
    machine.setSlow('low-power');
    expect(app.view().status.slowedBy).toBe('low-power');
    machine.setSlow(null);
    expect(app.view().status.slowedBy).toBeNull();
    app.stop();
    machine.setSlow('metered');
    expect(app.view().status.slowedBy).toBeNull();
  });
});

describe('a gateway on this machine, while there is no network', () => {
  const startApart = async () => {
    const whole = startWholeApp();
    const local = await addGateway(whole, 'Local', 'http://127.0.0.1:8080');
    const remote = await addGateway(whole, 'Remote', 'https://api.example.com');
    whole.http.answer('task_1', running('task_1', 0.5));
    whole.http.answer('task_2', troubled('no-network'));
    watch(whole, local, 'task_1');
    watch(whole, remote, 'task_2');
    return whole;
  };

  it('is asked about as often as ever', async () => {
    const whole = await startApart();
    await whole.clock.advance(10 * minuteMs);
    expect(askedAt(whole, '127.0.0.1').length).toBeGreaterThan(20);
    expect(entryOf(whole, 'task_1')?.health).toBe('fresh');
  });

  it('does not make the network count as back, over and over', async () => {
    const whole = await startApart();
    await whole.clock.advance(3_000);
    const states = new Set<boolean>();
    whole.app.subscribe(({ status }) => status !== null && states.add(status.online));
    await whole.clock.advance(10 * minuteMs);
    expect([...states]).toEqual([false]);
    expect(askedAt(whole, 'api.example.com').length).toBeLessThan(40);
    whole.http.answer('task_2', running('task_2', 0.5));
    await whole.clock.advance(minuteMs);
    expect(whole.app.view().status.online).toBe(true);
  });

  it('ends the state when nobody is left who could find out', async () => {
    const whole = await startApart();
    await whole.clock.advance(minuteMs);
    whole.app.tasks.remove([entryOf(whole, 'task_2')?.id ?? '']);
    await whole.clock.advance(5 * minuteMs);
    expect(whole.app.view().status.online).toBe(true);
  });
});

describe('a Retry-After of nothing', () => {
  it.each([429, 503])('with a %i does not make the gateway be asked without end', async (status) => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    for (const id of ['task_1', 'task_2']) whole.http.answer(id, json({}, status, { 'retry-after': '0' }));
    watch(whole, gatewayId, 'task_1', 'task_2');
    await whole.clock.advance(60 * minuteMs);
    expect(whole.http.requests.length).toBeLessThan(60);
    expect(whole.http.requests.length).toBeGreaterThan(10);
  });

  it('with a refused key leaves that to the user', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    whole.http.answer('task_1', json({}, 401, { 'retry-after': '0' }));
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(60 * minuteMs);
    expect(whole.http.requests).toHaveLength(1);
  });

  it('that a date in the past names is none either', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    const past = new Date(whole.clock.now() - minuteMs).toUTCString();
    whole.http.answer('task_1', json({}, 503, { 'retry-after': past }));
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(60 * minuteMs);
    expect(whole.http.requests.length).toBeLessThan(40);
  });
});

describe('a refused key with a named wait', () => {
  it('is a limit on requests, and tried again after that wait', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    whole.http.answer('task_1', json({}, 403, { 'retry-after': '60' }));
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(minuteMs);
    whole.http.answer('task_1', running('task_1', 0.5));
    await whole.clock.advance(5_000);
    expect(entryOf(whole, 'task_1')?.health).toBe('fresh');
  });
});

describe('a wait that a Test was answered with', () => {
  const draftOf = (baseUrl: string) => ({
    name: 'Studio',
    baseUrl,
    dialect: 'relay',
    allowPlainHttp: false,
    requestsPerSecond: null,
    saving: 'as-set' as const,
    key,
  });
  /** Every address asks for ten minutes’ patience. */
  const startPatient = () => {
    const http = createScriptedHttp();
    const clock = createManualClock();
    const hosts = new Set<string>(['patient.example.com']);
    const whole = startWholeApp({
      clock,
      http: {
        ...http,
        get: async (request) => {
          const answer = await http.get(request);
          return hosts.has(new URL(request.url).hostname) ? json({}, 429, { 'retry-after': '600' }) : answer;
        },
      },
    });
    return { whole, clock, http, hosts };
  };
  const test = async (whole: WholeApp, gatewayId: string | null, baseUrl: string) => {
    const outcome = whole.app.gateways.test(gatewayId, draftOf(baseUrl));
    await whole.clock.advance(2_000);
    return outcome;
  };

  it('at an address that is not stored holds for the next Test there, and once it is stored', async () => {
    const { whole, clock, hosts } = startPatient();
    await test(whole, null, 'https://patient.example.com');
    expect(whole.http.requests).toHaveLength(1);
    expect(await test(whole, null, 'https://patient.example.com')).toMatchObject({
      value: { reached: false, trouble: 'rate-limited' },
    });
    expect(whole.http.requests).toHaveLength(1);
    const gatewayId = await addGateway(whole, 'Studio', 'https://patient.example.com');
    whole.http.answer('task_1', running('task_1', 0.5));
    watch(whole, gatewayId, 'task_1');
    await clock.advance(9 * minuteMs);
    expect(whole.http.requests).toHaveLength(1);
    expect(whole.app.view().gateways).toMatchObject([{ waitReason: 'gateway-asked' }]);
    hosts.clear();
    await clock.advance(minuteMs);
    expect(entryOf(whole, 'task_1')?.health).toBe('fresh');
  });

  it('at another address than the stored one leaves that alone, and holds for the other once it is stored', async () => {
    const { whole, clock, hosts } = startPatient();
    const gatewayId = await addGateway(whole, 'Studio', 'https://api.example.com');
    whole.http.answer('task_1', running('task_1', 0.5));
    watch(whole, gatewayId, 'task_1');
    await clock.advance(minuteMs);
    await test(whole, gatewayId, 'https://patient.example.com');
    const before = askedAt(whole, 'api.example.com').length;
    await clock.advance(minuteMs);
    expect(askedAt(whole, 'api.example.com').length).toBeGreaterThan(before);
    await whole.app.gateways.update(gatewayId, draftOf('https://patient.example.com'));
    await clock.advance(7 * minuteMs);
    expect(askedAt(whole, 'patient.example.com')).toHaveLength(1);
    hosts.clear();
    await clock.advance(2 * minuteMs);
    expect(entryOf(whole, 'task_1')?.health).toBe('fresh');
  });
});

describe('a wait that an answer from the address before named', () => {
  it('does not hold for the address that was entered meanwhile, not even after a restart', async () => {
    const { common, live } = lives();
    const first = live();
    const gatewayId = await addGateway(first);
    common.http.answer('task_1', json({}, 429, { 'retry-after': '1800' }));
    watch(first, gatewayId, 'task_1');
    await common.clock.advance(minuteMs);
    expect(common.http.requests).toHaveLength(1);
    common.http.answer('task_1', running('task_1', 0.5));
    first.app.pause();
    const moved = {
      name: 'Studio',
      baseUrl: 'https://other.example.com',
      dialect: 'relay',
      allowPlainHttp: false,
      requestsPerSecond: null,
      saving: 'as-set' as const,
      key,
    };
    await first.app.gateways.update(gatewayId, moved);
    first.app.stop();
    const second = live();
    second.app.resume();
    await common.clock.advance(minuteMs);
    expect(askedAt(second, 'other.example.com').length).toBeGreaterThan(0);
    second.app.stop();
  });
});

describe('a gateway that may be asked less than once a second', () => {
  const slow = {
    name: 'Slow',
    baseUrl: 'https://slow.example.com',
    dialect: 'relay',
    allowPlainHttp: false,
    requestsPerSecond: 0.2,
    saving: 'as-set' as const,
    key,
  };
  it('says that its checks fall due faster than it may be asked, and that this is over', async () => {
    const whole = startWholeApp();
    const added = await whole.app.gateways.add(slow);
    const gatewayId = added.ok ? added.value.id : '';
    const ids = Array.from({ length: 6 }, (_, index) => `task_${String(index)}`);
    for (const id of ids) whole.http.answer(id, running(id, 0.5));
    watch(whole, gatewayId, ...ids);
    await whole.clock.advance(20_000);
    expect(whole.app.view().gateways).toMatchObject([{ waitReason: 'budget' }]);
    whole.app.tasks.remove(whole.app.view().tasks.map(({ id }) => id));
    await whole.clock.advance(25_000);
    expect(whole.app.view().gateways).toMatchObject([{ waitReason: null }]);
  });

  it('does not say so while everything is paused', async () => {
    const whole = startWholeApp();
    const added = await whole.app.gateways.add(slow);
    const ids = Array.from({ length: 6 }, (_, index) => `task_${String(index)}`);
    for (const id of ids) whole.http.answer(id, running(id, 0.5));
    watch(whole, added.ok ? added.value.id : '', ...ids);
    await whole.clock.advance(20_000);
    whole.app.pause();
    await whole.clock.advance(1_000);
    expect(whole.app.view().gateways).toMatchObject([{ waitReason: null }]);
  });
});

describe('a first request', () => {
  it('whose key took long to come does not let the next one follow too soon', async () => {
    const vault = createMemoryVault();
    const common = { clock: createManualClock(), http: createScriptedHttp() };
    const kept = new Map<string, string>();
    const sentAt: number[] = [];
    const whole = startWholeApp({
      ...common,
      http: {
        ...common.http,
        get: (request) => {
          sentAt.push(common.clock.steady());
          return common.http.get(request);
        },
      },
      vault: {
        ...vault,
        keep: (gatewayId, text) => (kept.set(gatewayId, text), vault.keep(gatewayId, text)),
        read: async (gatewayId) => {
          await new Promise<void>((resolve) => void common.clock.after(700, resolve));
          return vault.read(gatewayId);
        },
      },
      store: (real) => {
        real.saveGateway({
          id: 'g',
          name: 'Studio',
          baseUrl: 'https://api.example.com',
          dialect: 'relay',
          allowPlainHttp: false,
          keyHint: null,
          requestsPerSecond: 1,
          saving: 'as-set' as const,
        });
        vault.keys.set('g', key);
        return real;
      },
    });
    for (const id of ['task_1', 'task_2', 'task_3']) common.http.answer(id, running(id, 0.5));
    watch(whole, 'g', 'task_1', 'task_2', 'task_3');
    await common.clock.advance(6_000);
    const gaps = sentAt.slice(1).map((at, index) => at - (sentAt[index] ?? 0));
    expect(gaps.length).toBeGreaterThan(1);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000);
  });
});

describe('the wall clock', () => {
  it('set forward does not lose a task before its minute is over', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    whole.http.answer('task_1', json({ code: 'task_not_exist' }, 400));
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(3_000);
    whole.clock.setWall(60 * minuteMs);
    for (let count = 0; count < 4; count += 1) {
      whole.app.tasks.check([whole.onlyTask().id]);
      await whole.clock.advance(2_000);
    }
    expect(whole.onlyTask().phase).not.toBe('lost');
    await whole.clock.advance(2 * minuteMs);
    expect(whole.onlyTask().phase).toBe('lost');
  });

  it('set back does not keep a task from being lost', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    whole.http.answer('task_1', json({ code: 'task_not_exist' }, 400));
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(3_000);
    whole.clock.setWall(-24 * 60 * minuteMs);
    await whole.clock.advance(5 * minuteMs);
    expect(whole.onlyTask().phase).toBe('lost');
  });

  it('set back does not swallow the first news of a task that was waited for', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    whole.http.answer('task_1', troubled('unreachable'));
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(30 * minuteMs);
    whole.clock.setWall(-60 * minuteMs);
    whole.http.answer('task_1', completed('task_1'));
    await whole.clock.advance(10 * minuteMs);
    expect(whole.desktop.notices).toMatchObject([{ title: 'Video ready' }]);
  });

  it('set either way moves the times that are shown, and no check', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    whole.http.answer('task_1', json({}, 429, { 'retry-after': '600' }));
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(10_000);
    const leftMs = (): number => (whole.onlyTask().nextCheckAt ?? 0) - whole.clock.now();
    const before = leftMs();
    for (const byMs of [7_200_000, -90_000_000]) {
      whole.clock.setWall(byMs);
      await whole.clock.advance(20_000);
    }
    expect(leftMs()).toBe(before - 40_000);
  });
});

describe('once the app is stopped', () => {
  it('no timer is left, whatever was under way', async () => {
    const http = createScriptedHttp();
    let answerNow: () => void = () => undefined;
    const slow = { on: false };
    const whole = startWholeApp({
      http: {
        ...http,
        get: async (request) => {
          if (slow.on) await new Promise<void>((resolve) => (answerNow = resolve));
          return http.get(request);
        },
      },
    });
    const gatewayId = await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(minuteMs);
    slow.on = true;
    await whole.clock.advance(minuteMs);
    whole.http.answer('task_1', completed('task_1'));
    const drawn = whole.desktop.trayViews.length;
    whole.app.stop();
    answerNow();
    await whole.clock.advance(5_000);
    expect(whole.clock.pending()).toBe(0);
    expect(whole.desktop.trayViews).toHaveLength(drawn);
    expect(whole.desktop.notices).toEqual([]);
  });
});

describe('a gateway that is removed while a check of it is under way', () => {
  it('is sent no further request', async () => {
    const http = createScriptedHttp();
    const whole = startWholeApp({
      http: {
        ...http,
        get: async (request) => {
          http.requests.push(request);
          await new Promise<void>((resolve) => void whole.clock.after(500, resolve));
          return json({
            task_id: '100000000000001',
            status: 'Success',
            file_id: '2',
            base_resp: { status_code: 0, status_msg: 'success' },
          });
        },
      },
    });
    const added = await whole.app.gateways.add({
      name: 'Two steps',
      baseUrl: 'https://api.minimax.io',
      dialect: 'minimax',
      allowPlainHttp: false,
      requestsPerSecond: null,
      saving: 'as-set' as const,
      key,
    });
    const gatewayId = added.ok ? added.value.id : '';
    watch(whole, gatewayId, '100000000000001');
    await whole.clock.advance(2_200);
    expect(http.requests).toHaveLength(1);
    await whole.app.gateways.remove(gatewayId);
    await whole.clock.advance(minuteMs);
    expect(http.requests).toHaveLength(1);
  });
});

describe('a user who asks for news while there is no network', () => {
  it('has it tried at once', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    whole.http.answer('task_1', troubled('no-network'));
    watch(whole, gatewayId, 'task_1');
    await whole.clock.advance(10 * minuteMs);
    const asked = whole.http.requests.length;
    while (whole.http.requests.length === asked) await whole.clock.advance(1_000);
    whole.http.answer('task_1', running('task_1', 0.5));
    await whole.clock.advance(100);
    expect(whole.app.view().status.online).toBe(false);
    whole.app.tasks.check([whole.onlyTask().id]);
    await whole.clock.advance(100);
    expect(whole.onlyTask().phase).toBe('running');
    expect(whole.app.view().status.online).toBe(true);
  });
});

describe('a gateway that was down', () => {
  it('is not down any more when it says of a task that it does not know it', async () => {
    const whole = startWholeApp();
    const gatewayId = await addGateway(whole);
    for (const id of ['task_1', 'task_2']) whole.http.answer(id, troubled('unreachable'));
    watch(whole, gatewayId, 'task_1', 'task_2');
    await whole.clock.advance(minuteMs);
    expect(whole.app.view().gateways).toMatchObject([{ trouble: 'unreachable' }]);
    for (const id of ['task_1', 'task_2']) whole.http.answer(id, json({ code: 'task_not_exist' }, 400));
    await whole.clock.advance(150_000);
    expect(whole.app.view().gateways).toMatchObject([{ trouble: null, waitReason: null }]);
  });
});
