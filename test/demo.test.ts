import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { demoAnswer } from '../electron/core/demo-stories.ts';
import type { HttpClient } from '../electron/core/ports.ts';
import { demoId } from '../electron/shared/demo.ts';
import { ok } from '../electron/shared/result.ts';
import { createManualClock, type ManualClock } from './fakes/manual-clock.ts';
import { createMemoryVault } from './fakes/memory-vault.ts';
import { createScriptedHttp, type ScriptedHttp } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type Surroundings, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;

/** What leads to the demo is answered as the demo does; the rest as a test says. */
const demoHttp = (clock: ManualClock): ScriptedHttp & { readonly keys: Set<string | undefined> } => {
  const scripted = createScriptedHttp();
  const keys = new Set<string | undefined>();
  const get: HttpClient['get'] = (request) => {
    const { hostname, pathname, origin } = new URL(request.url);
    if (hostname !== '127.0.0.1') return scripted.get(request);
    keys.add(request.headers['authorization'] ?? request.headers['Authorization']);
    const id = pathname.slice(pathname.lastIndexOf('/') + 1);
    return Promise.resolve(ok({ ...demoAnswer(id, clock.now(), `${origin}/demo.webm`), headers: {} }));
  };
  return { ...scripted, keys, get };
};

const start = (surroundings: Surroundings = {}) => {
  const clock = surroundings.clock ?? createManualClock();
  const http = demoHttp(clock);
  return { ...startWholeApp({ ...surroundings, clock, http }), keys: http.keys };
};

const titled = ({ app }: Pick<WholeApp, 'app'>, word: string) => {
  const found = app.view().tasks.find(({ title }) => title.includes(word));
  if (found === undefined) throw new Error(`There is no task about ${word}.`);
  return found;
};

describe('the demo', () => {
  it('shows each ending on made-up tasks, without a key and without a keyring', async () => {
    const vault = createMemoryVault();
    vault.trouble = 'keyring-absent';
    const whole = start({ vault });
    expect(await whole.app.demo.begin()).toEqual(ok(true));
    await whole.clock.advance(3 * minuteMs);
    expect(titled(whole, 'paper boat')).toMatchObject({ phase: 'succeeded', model: 'demo-video' });
    expect(titled(whole, 'refuses')).toMatchObject({
      phase: 'failed',
      failure: { code: 'content_policy', message: expect.stringContaining('The demo refuses') as string },
    });
    expect(titled(whole, 'long video')).toMatchObject({ phase: 'running' });
    await whole.clock.advance(10 * minuteMs);
    expect(titled(whole, 'long video').phase).toBe('succeeded');
    expect(titled(whole, 'forgets').phase).toBe('lost');
    expect(whole.desktop.notices.map(({ title }) => title)).toEqual([
      'Video failed',
      'Video ready',
      'Video lost: the gateway no longer knows it',
      'Video ready',
    ]);
  });

  it('is told of as every task is, within seconds of its ending', async () => {
    const whole = start();
    await whole.app.demo.begin();
    await whole.clock.advance(50_000);
    expect(whole.desktop.notices.map(({ body }) => body).join('\n')).toContain('paper boat');
  });

  it('is there once, also when it is asked for twice at once', async () => {
    const whole = start();
    const begun = await Promise.all([whole.app.demo.begin(), whole.app.demo.begin()]);
    expect(begun).toEqual([ok(true), ok(false)]);
    expect(await whole.app.demo.begin()).toEqual(ok(false));
    expect(whole.app.view().tasks).toHaveLength(4);
    expect(whole.app.view().gateways).toHaveLength(1);
  });

  it('adds nothing when there is no port for it', async () => {
    const whole = start();
    whole.desktop.ports.demoHost.free = null;
    expect(await whole.app.demo.begin()).toMatchObject({ ok: false, trouble: 'no-port' });
    expect(whole.app.view()).toMatchObject({ gateways: [], tasks: [] });
  });

  it('takes another name where a gateway has its own', async () => {
    const whole = start();
    await addGateway(whole, 'demo');
    await whole.app.demo.begin();
    expect(whole.app.view().gateways.map(({ name }) => name)).toEqual(['demo', 'Demo (2)']);
  });

  it('goes with its tasks when it is removed, answers no more, and asks no keyring for it', async () => {
    const vault = createMemoryVault();
    const whole = start({ vault });
    await whole.app.demo.begin();
    vault.trouble = 'keyring-absent';
    expect(await whole.app.gateways.remove(demoId)).toEqual(ok(null));
    expect(whole.app.view()).toMatchObject({ gateways: [], tasks: [] });
    expect(whole.desktop.ports.demoHost.port).toBeNull();
    expect(await whole.app.demo.begin()).toEqual(ok(true));
  });

  it('cannot be led elsewhere', async () => {
    const whole = start();
    await whole.app.demo.begin();
    const draft = {
      name: 'Demo',
      baseUrl: 'https://elsewhere.example',
      dialect: 'relay',
      allowPlainHttp: false,
      key: null,
      requestsPerSecond: null,
      saving: 'as-set',
    } as const;
    expect(await whole.app.gateways.update(demoId, draft)).toMatchObject({ ok: false, trouble: 'is-demo' });
  });

  it('plays its own video where a video is opened, which no browser is asked to', async () => {
    const whole = start();
    await whole.app.demo.begin();
    await whole.clock.advance(minuteMs);
    expect(await whole.app.results.open(titled(whole, 'paper boat').id)).toEqual(ok(null));
    expect(whole.desktop.ports.demoHost.opened).toBe(1);
    expect(whole.desktop.opener).toEqual([]);
  });
});

describe('what is pasted while the demo is there', () => {
  it('is not taken for a task of the demo, and asks for a gateway first', async () => {
    const whole = start();
    await whole.app.demo.begin();
    expect(whole.app.tasks.watch('task_1', null, 'window')).toMatchObject({
      ok: false,
      trouble: 'no-gateway',
    });
  });

  it('is for the one gateway beside it', async () => {
    const whole = start();
    await whole.app.demo.begin();
    const studio = await addGateway(whole);
    expect(whole.app.tasks.watch('task_1', null, 'window').ok).toBe(true);
    expect(whole.app.view().tasks.find(({ remoteId }) => remoteId === 'task_1')?.gatewayId).toBe(studio);
  });

  it('sends the demo no key of a gateway', async () => {
    const whole = start();
    await addGateway(whole);
    await whole.app.demo.begin();
    await whole.clock.advance(minuteMs);
    expect([...whole.keys]).toEqual(['Bearer taskbell-needs-no-key-for-this']);
  });

  it('is exported without the demo', async () => {
    const whole = start();
    await addGateway(whole);
    await whole.app.demo.begin();
    whole.app.tasks.watch('task_1', null, 'window');
    let text = '';
    const piecing = (async () => {
      for await (const piece of whole.app.data.exported('json')) text += piece;
    })();
    await whole.clock.advance(1_000);
    await piecing;
    const list = JSON.parse(text) as { gateways: { id: string }[]; tasks: { remoteId: string }[] };
    expect(list.gateways.map(({ id }) => id)).not.toContain(demoId);
    expect(list.tasks.map(({ remoteId }) => remoteId)).toEqual(['task_1']);
  });
});

describe('after a restart', () => {
  let folder: string | null = null;
  afterEach(() => {
    if (folder !== null) rmSync(folder, { recursive: true });
  });

  const restarted = async (before: (host: WholeApp['desktop']['ports']['demoHost']) => void) => {
    folder = mkdtempSync(join(tmpdir(), 'taskbell-demo-'));
    const file = join(folder, 'taskbell.sqlite');
    const clock = createManualClock();
    const first = start({ file, clock });
    await first.app.demo.begin();
    first.app.stop();
    const second = start({ file, clock, beforeStart: (desktop) => before(desktop.ports.demoHost) });
    await clock.advance(50_000);
    return second;
  };

  it('the demo goes on where it was', async () => {
    const whole = await restarted(() => undefined);
    expect(whole.app.view().gateways[0]?.baseUrl).toBe('http://127.0.0.1:43210');
    expect(titled(whole, 'paper boat').phase).toBe('succeeded');
  });

  it('the demo goes on at another port where its own was taken meanwhile', async () => {
    const whole = await restarted((host) => {
      host.taken.add(43210);
      host.free = 43211;
    });
    expect(whole.app.view().gateways[0]?.baseUrl).toBe('http://127.0.0.1:43211');
    expect(titled(whole, 'paper boat').phase).toBe('succeeded');
  });
});
