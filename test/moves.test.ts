import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createDataMoves } from '../electron/ipc/data-moves.ts';
import { moveFiles } from '../electron/platform/move-files.ts';
import { StoreFailure } from '../electron/core/store-failure.ts';
import { lumen } from './fakes/described-apis.ts';
import { completed, json, running } from './fakes/scripted-http.ts';
import { addGateway, key, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const minuteMs = 60_000;
let folder = '';
let file = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taskbell-moves-'));
  file = join(folder, 'tasks.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The pieces of an export wait for a turn of the clock, which stands still here. */
const moves = (whole: WholeApp) => {
  const files = moveFiles;
  const real = createDataMoves(whole.app, files);
  return {
    importFrom: (path: string) => real.importFrom(path),
    exportTo: async (...args: Parameters<typeof real.exportTo>) => {
      let done = false;
      const going = real.exportTo(...args).finally(() => (done = true));
      const isDone = (): boolean => done;
      while (!isDone()) await whole.clock.advance(1);
      return going;
    },
  };
};

const withTasks = async (): Promise<WholeApp> => {
  const whole = startWholeApp();
  await addGateway(whole);
  whole.app.dialects.save(lumen);
  whole.http.answer('task_1', running('task_1', 0.5));
  whole.http.answer('task_2', running('task_2', 0.5));
  whole.app.tasks.watch('task_1 task_2', null, 'window');
  await whole.clock.advance(minuteMs);
  whole.http.answer('task_2', completed('task_2'));
  await whole.clock.advance(3 * minuteMs);
  return whole;
};

const tasksOf = ({ app }: WholeApp) =>
  app.view().tasks.map(({ remoteId, title, phase, finishedAt, addedAt, gatewayName, links, seen }) => {
    return { remoteId, title, phase, finishedAt, addedAt, gatewayName, links, seen };
  });

describe('an export', () => {
  it('is taken in elsewhere with all but the key, and what has not ended is watched there', async () => {
    const one = await withTasks();
    expect(await moves(one).exportTo(file, 'json', false)).toMatchObject({ ok: true });
    const text = readFileSync(file, 'utf8');
    expect(text).not.toContain(key);
    expect(text).not.toContain(key.slice(-4));
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['tasks.json']);

    const other = startWholeApp();
    const imported = await moves(other).importFrom(file);
    expect(imported).toEqual({
      ok: true,
      value: '2 tasks imported. Enter the key of Studio: keys are not in an export.',
    });
    expect(tasksOf(other)).toEqual(tasksOf(one));
    expect(other.app.dialects.definition(lumen.id)).toEqual(lumen);
    expect(other.app.view().gateways).toMatchObject([{ name: 'Studio', keyHint: null }]);
    expect(other.desktop.notices).toEqual([]);
    const [gateway] = other.app.view().gateways;
    await other.app.gateways.update(gateway?.id ?? '', {
      ...{ name: 'Studio', baseUrl: 'https://api.example.com', dialect: 'relay' },
      ...{ allowPlainHttp: false, requestsPerSecond: null, saving: 'as-set', key },
    });
    other.http.answer('task_1', completed('task_1'));
    await other.clock.advance(10 * minuteMs);
    expect(other.app.view().tasks.map(({ phase }) => phase)).toEqual(['succeeded', 'succeeded']);
    expect(other.desktop.notices).toHaveLength(1);
  });

  it('that comes back changes nothing', async () => {
    const whole = await withTasks();
    await moves(whole).exportTo(file, 'json', false);
    const before = tasksOf(whole);
    expect(await moves(whole).importFrom(file)).toEqual({
      ok: true,
      value: '0 tasks imported. 2 were in the list already.',
    });
    expect(tasksOf(whole)).toEqual(before);
    expect(whole.app.view().gateways).toHaveLength(1);
  });

  it('replaces a file only when that was agreed', async () => {
    const whole = await withTasks();
    writeFileSync(file, 'mine');
    expect(await moves(whole).exportTo(file, 'json', false)).toEqual({
      ok: false,
      trouble: 'A file of this name is there already.',
    });
    expect(readFileSync(file, 'utf8')).toBe('mine');
    expect(await moves(whole).exportTo(file, 'json', true)).toMatchObject({ ok: true });
    expect(readFileSync(file, 'utf8')).toContain('"taskbell":1');
  });

  it('is taken in elsewhere also when videos of it were opened or saved, and whatever a gateway wrote', async () => {
    const one = await withTasks();
    const [, ready] = one.app.view().tasks;
    one.app.tasks.noteTaken(ready?.id ?? '');
    const odd = ['bell \u0007, NUL \0, tab \t', 'x'.repeat(30_000), '片'.repeat(20_000), '\ud800 half', ''];
    odd.forEach((prompt, index) => {
      const id = `task_odd${String(index)}`;
      one.http.answer(
        id,
        json({
          id,
          status: 'failed',
          error: { code: prompt, message: prompt },
          detail: { input: { prompt, model: prompt } },
        }),
      );
      one.app.tasks.watch(id, null, 'window');
    });
    await one.clock.advance(minuteMs);
    await moves(one).exportTo(file, 'json', false);
    const other = startWholeApp();
    expect(await moves(other).importFrom(file)).toMatchObject({ ok: true });
    expect(tasksOf(other)).toEqual(tasksOf(one));
    const events = other.app.view().tasks.flatMap(({ id }) => other.app.tasks.history(id));
    expect(events.map(({ kind }) => kind)).toContain('taken');
  });

  it('says so when its folder is not there', async () => {
    const whole = await withTasks();
    expect(await moves(whole).exportTo(join(folder, 'nowhere', 'list.json'), 'json', false)).toEqual({
      ok: false,
      trouble: 'The folder for this file is not there. Make it first.',
    });
  });

  it('as CSV has a line a task, and no cell that a spreadsheet would run', async () => {
    const whole = await withTasks();
    const prompts = ['=HYPERLINK("https://evil.example")', '@SUM(1)', '+1', '-1', '\t=1', 'a "b", c\nd'];
    const ids = prompts.map((_, index) => `task_x${String(index)}`);
    ids.forEach((id, index) =>
      whole.http.answer(
        id,
        json({
          id,
          status: 'completed',
          video_url: 'https://cdn.example.com/1.mp4',
          detail: { input: { prompt: prompts[index] } },
        }),
      ),
    );
    whole.app.tasks.watch(ids.join(' '), null, 'window');
    await whole.clock.advance(5 * minuteMs);
    await moves(whole).exportTo(file, 'csv', false);
    const text = readFileSync(file, 'utf8');
    expect(text.split('\r\n')).toHaveLength(2 + 2 + prompts.length);
    expect(text).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    for (const cell of text.split(/[,\r\n]/)) expect(cell).not.toMatch(/^"?\s*[=@+-]/);
    expect(text).toContain('"a ""b"", c');
  });

  it('as CSV says why a task is lost', async () => {
    const whole = await withTasks();
    whole.http.answer('task_9', json({ code: 'task_not_exist' }, 400));
    whole.app.tasks.watch('task_9', null, 'window');
    await whole.clock.advance(5 * minuteMs);
    await moves(whole).exportTo(file, 'csv', false);
    expect(readFileSync(file, 'utf8')).toMatch(/task_9,.*The gateway no longer knows this id/);
  });
});

const gateway = {
  id: 'g',
  name: 'Away',
  baseUrl: 'https://away.example.com',
  dialect: 'relay',
  allowPlainHttp: false,
  requestsPerSecond: null,
  saving: 'as-set',
};
const task = {
  gateway: 'g',
  remoteId: 'task_1',
  addedAt: 1,
  addedFrom: 'window',
  report: null,
  reportedAt: null,
  startedAt: null,
  finishedAt: null,
  seen: true,
  history: [],
};
const list = (change: Record<string, unknown> = {}): string =>
  JSON.stringify({ taskbell: 1, gateways: [gateway], dialects: [], tasks: [task], ...change });
const tasks = (...changes: Record<string, unknown>[]): string =>
  list({ tasks: changes.map((change, index) => ({ ...task, remoteId: `t${String(index)}`, ...change })) });

describe('an import', () => {
  it('of a gateway at another address never takes the place of a stored one: a key stays where it is', async () => {
    const whole = await withTasks();
    const stored = whole.app.view().gateways[0];
    writeFileSync(
      file,
      list({
        gateways: [{ ...gateway, id: stored?.id, name: 'Studio' }],
        tasks: [{ ...task, gateway: stored?.id }],
      }),
    );
    expect(await moves(whole).importFrom(file)).toMatchObject({ ok: true });
    expect(whole.app.view().gateways.map(({ name, baseUrl, keyHint }) => [name, baseUrl, keyHint])).toEqual([
      ['Studio', 'https://api.example.com', 'cdef'],
      ['Studio (2)', 'https://away.example.com', null],
    ]);
    await whole.clock.advance(10 * minuteMs);
    expect(whole.http.requests.filter(({ url }) => url.includes('away.example.com'))).toEqual([]);
  });

  it('of 10,000 tasks takes all, and none when the store cannot take the last', async () => {
    const ten = Array.from({ length: 10_000 }, () => ({}));
    writeFileSync(file, tasks(...ten));
    let broken = true;
    const whole = startWholeApp({
      store: (real) => ({
        ...real,
        importAll: (imported) => {
          if (!broken) return real.importAll(imported);
          const [first, ...others] = imported.tasks;
          if (first === undefined) return;
          // Its last has the id of its first, so the very last line fails.
          real.importAll({ ...imported, tasks: [first, ...others, first] });
        },
      }),
    });
    expect(await moves(whole).importFrom(file)).toMatchObject({
      ok: false,
      trouble: expect.stringContaining('could not be saved') as string,
    });
    expect(whole.app.view()).toMatchObject({ tasks: [], gateways: [] });
    broken = false;
    expect(await moves(whole).importFrom(file)).toMatchObject({ ok: true });
    expect(whole.app.view().tasks).toHaveLength(10_000);
    whole.app.stop();
  }, 60_000);

  it('while the disk is full says so and takes nothing', async () => {
    writeFileSync(file, list());
    const whole = startWholeApp({
      store: (real) => ({
        ...real,
        importAll: () => {
          throw new StoreFailure('The watchlist could not be saved: disk full.');
        },
      }),
    });
    expect(await moves(whole).importFrom(file)).toEqual({
      ok: false,
      trouble: 'The watchlist could not be saved: disk full.',
    });
    expect(whole.app.view().gateways).toEqual([]);
  });

  const report = {
    ...{ phase: 'succeeded', progress: 1, stage: null, title: 'x', model: null, linksPending: false },
    ...{ failure: null, queuePosition: null, createdAt: null, updatedAt: null, links: [] },
  };
  const video = { kind: 'video', needsKey: false, expiresAt: null };
  const hostile: readonly (readonly [string, () => string | Buffer, RegExp])[] = [
    ['that is empty', () => '', /not JSON/],
    ['that was cut off', () => list().slice(0, -20), /not JSON, or only a part/],
    ['of bytes', () => Buffer.from([0xff, 0xfe, 0x00, 0xd8, 0x80]), /not text in UTF-8/],
    ['of a million brackets', () => '['.repeat(1_000_000), /not an export/],
    [
      'of a million braces in a task',
      () => list({ tasks: 0 }).replace(/0}$/, '{"a":'.repeat(1_000_000)),
      /not an export/,
    ],
    ['of another program', () => '{"tasks":[]}', /not an export/],
    ['that is a number', () => '1e999', /not an export/],
    ['of a newer version', () => list({ taskbell: 2 }), /newer Taskbell/],
    ['with a gateway that is no object', () => list({ gateways: [null] }), /at gateways\.0/],
    [
      'with a gateway at no address',
      () => list({ gateways: [{ ...gateway, baseUrl: 'file:///etc/passwd' }] }),
      /at gateways\.0\.baseUrl/,
    ],
    [
      'with a gateway whose address holds a password',
      () => list({ gateways: [{ ...gateway, baseUrl: 'https://a:b@x.example' }] }),
      /gateway “Away” .* cannot be used/,
    ],
    [
      'with an unknown dialect',
      () => list({ gateways: [{ ...gateway, dialect: '__proto__' }] }),
      /gateway “Away”/,
    ],
    ['with two gateways of one id', () => list({ gateways: [gateway, gateway] }), /same twice, at gateways/],
    ['with a task twice', () => list({ tasks: [task, task] }), /same twice, at tasks\.1/],
    ['with a task of no gateway', () => tasks({}, { gateway: 'other' }), /not in it, at tasks\.1/],
    [
      'with a wrong type in its last task',
      () => tasks({}, {}, { addedAt: 'yesterday' }),
      /at tasks\.2\.addedAt/,
    ],
    ['with a time that is no number', () => tasks({ addedAt: 1.5 }), /at tasks\.0\.addedAt/],
    [
      'with an unknown phase',
      () => tasks({ report: { ...report, phase: 'exploded' } }),
      /at tasks\.0\.report\.phase/,
    ],
    [
      'with a link that runs',
      () => tasks({ report: { ...report, links: [{ ...video, url: 'javascript:alert(1)' }] } }),
      /links\.0\.url/,
    ],
    ['with control characters in an id', () => tasks({ remoteId: 'a\u001b[2Jb' }), /at tasks\.0\.remoteId/],
    [
      'with control characters in a title',
      () => tasks({ report: { ...report, title: 'a\u0000b' } }),
      /title/,
    ],
    [
      'with a title of a megabyte',
      () => tasks({ report: { ...report, title: 'x'.repeat(1_000_000) } }),
      /title/,
    ],
    [
      'with a description that cannot be used',
      () => list({ dialects: [{ ...lumen, id: 'custom:other', paths: [] }] }),
      /dialect “Lumen”/,
    ],
  ];
  it.each(hostile)(
    'of a file %s is refused with a sentence, and nothing of it is there',
    async (_what, make, said) => {
      writeFileSync(file, make());
      const whole = await withTasks();
      const before = whole.app.view();
      const imported = await moves(whole).importFrom(file);
      expect(imported).toMatchObject({ ok: false, trouble: expect.stringMatching(said) as string });
      expect(whole.app.view().tasks).toEqual(before.tasks);
      expect(whole.app.view().gateways).toEqual(before.gateways);
      expect(whole.app.dialects.list().filter(({ isCustom }) => isCustom)).toHaveLength(1);
    },
  );

  it('of 100 MB is refused with a sentence', async () => {
    writeFileSync(file, list({ note: 'x'.repeat(100 * 1024 * 1024), tasks: [{}] }));
    expect(await moves(startWholeApp()).importFrom(file)).toMatchObject({
      ok: false,
      trouble: expect.stringMatching(/at tasks\.0/) as string,
    });
    writeFileSync(file, '[0,'.repeat(35 * 1024 * 1024));
    expect(await moves(startWholeApp()).importFrom(file)).toMatchObject({ ok: false });
  }, 120_000);

  it('leaves prototypes alone', async () => {
    writeFileSync(
      file,
      list().replace(
        '"seen":true',
        '"seen":true,"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}',
      ),
    );
    const whole = startWholeApp();
    expect(await moves(whole).importFrom(file)).toMatchObject({ ok: true });
    expect('polluted' in {}).toBe(false);
    expect('polluted' in (whole.app.view().tasks[0] ?? {})).toBe(false);
  });

  it('of what is no file is refused', async () => {
    expect(await moves(startWholeApp()).importFrom(folder)).toMatchObject({ ok: false });
    expect(await moves(startWholeApp()).importFrom(join(folder, 'missing'))).toMatchObject({ ok: false });
  });
});
