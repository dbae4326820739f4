import { describe, expect, it } from 'vitest';
import { aTask } from './fake-app.ts';
import { withRunningApp } from './harness.ts';

const escapes = 'Boat \u001b[31mred\u009b2J\u202egnp.exe\nsecond line';

const request = { gateway: null, addGateway: null, allowPlainHttp: false };

describe('watch', () => {
  it('adds tasks by id and says which were watched already', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask({ remoteId: 'old' })];
    expect(await line.run('watch', 'old', 'new', '--gateway', 'winfull')).toBe(0);
    expect(line.app.watched).toEqual([{ ...request, refs: ['old', 'new'], gateway: 'winfull' }]);
    expect(line.out).toBe(
      'Understood: some ids\nWatching:\n  new-0  Running  new\nAlready watched:\n  3f2a9c10d4  Running  A paper boat in the rain\n',
    );
  });

  it('prints both kinds as JSON', async () => {
    const line = await withRunningApp();
    const old = aTask({ remoteId: 'old' });
    line.app.tasks = [old];
    expect(await line.run('watch', 'old', 'new', '--json')).toBe(0);
    expect(JSON.parse(line.out)).toEqual({ added: [line.app.tasks[1]], alreadyWatched: [old] });
  });

  it('takes the whole of standard input in the place of "-"', async () => {
    const line = await withRunningApp();
    line.stdin = 'GET /v1/videos/one HTTP/1.1\r\nHost: api.example.com\n\n';
    expect(await line.run('watch', 'zero', '-')).toBe(0);
    expect(line.app.watched).toEqual([
      { ...request, refs: ['zero', 'GET /v1/videos/one HTTP/1.1\r\nHost: api.example.com'] },
    ]);
  });

  it('warns of a key in an argument, without repeating it, and not of one on standard input', async () => {
    const line = await withRunningApp();
    const command =
      "curl https://api.example.com/v1/videos/task_1 -H 'Authorization: Bearer sk-test0123456789'";
    expect(await line.run('watch', command)).toBe(0);
    expect(line.err).toBe(
      'taskbell: The key in this argument can be read by every user in the process list. Use "taskbell watch -" and standard input.\n',
    );
    line.stdin = command;
    await line.run('watch', '-', '--add-gateway', 'Studio', '--allow-plain-http');
    expect(line.err).toBe('');
    expect(line.app.watched[1]).toEqual({
      refs: [command],
      gateway: null,
      addGateway: 'Studio',
      allowPlainHttp: true,
    });
  });

  it('takes --gateway or --add-gateway', async () => {
    const line = await withRunningApp();
    expect(await line.run('watch', 'one', '--gateway', 'a', '--add-gateway', 'b')).toBe(2);
    expect(line.app.watched).toEqual([]);
  });

  it('exits 2 when standard input holds nothing', async () => {
    const line = await withRunningApp();
    expect(await line.run('watch', '-')).toBe(2);
    expect(line.err).toBe('taskbell: No task id came on standard input.\n');
  });
});

describe('list', () => {
  it('shows aligned columns, with ids as short as they can be told apart', async () => {
    const line = await withRunningApp();
    line.app.tasks = [
      aTask({ id: 'aaaaaaaa-aaaa-1', gateway: '纸船', health: 'offline', trouble: 'timed-out' }),
      aTask({ id: 'aaaaaaaa-bbbb-2', phase: 'succeeded', progress: 1, title: 'Lighthouse' }),
    ];
    expect(await line.run('list')).toBe(0);
    expect(line.out.split('\n')).toEqual([
      'ID          PHASE                PROGRESS  GATEWAY  TITLE',
      'aaaaaaaa-a  Running (no answer)  42%       纸船     A paper boat in the rain',
      'aaaaaaaa-b  Ready                          winfull  Lighthouse',
      '',
    ]);
  });

  it('cuts titles to the width of the terminal', async () => {
    const line = await withRunningApp();
    line.columns = 70;
    line.app.tasks = [aTask({ title: 'A paper boat drifting through a flooded library at night' })];
    await line.run('list');
    const lines = line.out.trimEnd().split('\n');
    expect(lines[1]).toMatch(/A paper boat drifting .*…$/);
    expect(Math.max(...lines.map((text) => text.length))).toBeLessThanOrEqual(70);
  });

  it('prints the tasks themselves as JSON', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask(), aTask({ id: 'b', failure: { code: 'x', message: 'y' } })];
    expect(await line.run('list', '--json')).toBe(0);
    expect(JSON.parse(line.out)).toEqual(line.app.tasks);
  });

  it('prints an empty array when nothing is watched', async () => {
    const line = await withRunningApp();
    await line.run('list', '--json');
    expect(line.out).toBe('[]\n');
    await line.run('list');
    expect(line.out).toContain('No task is watched yet.');
  });

  it('lets no text of a gateway act on the terminal, and changes nothing in JSON', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask({ title: escapes })];
    for (const argv of [['list'], ['show', '3f2a'], ['list', '--json']]) {
      await line.run(...argv);
      expect(line.out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}]/u);
    }
    expect(JSON.parse(line.out)).toMatchObject([{ title: escapes }]);
  });
});

describe('show', () => {
  it('tells everything of a task', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask({ health: 'rate-limited', trouble: 'rate-limited' })];
    line.app.words = {
      timeLeft: 'about 2 min',
      usuallyTakes: '3 min',
      nextCheck: 'waiting for the gateway: 14:05',
      silentSince: new Date(2025, 10, 17).getTime(),
    };
    expect(await line.run('show', '3f2a9c10d4')).toBe(0);
    expect(line.out.split('\n')).toEqual([
      'Title          A paper boat in the rain',
      'Phase          Running (asked to wait), 42%',
      'Gateway        winfull',
      'Gateway’s id   sora-2:task_01k6x15vhrff09dkkqjrzwhm60',
      'Id             3f2a9c10d4',
      'Added          3 min ago',
      'Time left      about 2 min',
      'Usually takes  3 min',
      'Next check     waiting for the gateway: 14:05',
      'No answer      since 17 November',
      '',
    ]);
  });

  it('tells the whole link and why a task failed', async () => {
    const line = await withRunningApp();
    const url = `https://cdn.example.com/v.mp4?sig=${'a'.repeat(3000)}`;
    line.app.tasks = [
      aTask({
        phase: 'failed',
        nextCheckAt: null,
        finishedAt: line.clock.now() - 3_600_000,
        links: [{ kind: 'video', url, needsKey: false, expiresAt: null }],
        failure: { code: 'moderation', message: 'The prompt was refused.' },
      }),
    ];
    await line.run('show', '3f2a9c10d4');
    expect(line.out).toContain('Failure       The prompt was refused. (moderation)');
    expect(line.out).toContain('Finished      1 h ago');
    expect(line.out).toContain(`Video         ${url}\n`);
  });

  it('tells what is saved beside the video', async () => {
    const line = await withRunningApp();
    const saved = { state: 'saved', trouble: null, bytes: 1200, totalBytes: 1200, retryAt: null } as const;
    line.app.tasks = [
      aTask({
        phase: 'succeeded',
        save: { ...saved, path: '/v/Boat.mp4' },
        otherSaves: [{ ...saved, kind: 'thumbnail', path: '/v/Boat.webp' }],
      }),
    ];
    await line.run('show', '3f2a');
    expect(line.out).toContain('On disk            Saved as /v/Boat.mp4 (1.2 KB)\n');
    expect(line.out).toContain('Thumbnail on disk  Saved as /v/Boat.webp (1.2 KB)\n');
  });

  it('prints the task itself as JSON', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask()];
    await line.run('show', '3f2a', '--json');
    expect(JSON.parse(line.out)).toEqual(aTask());
  });

  it('finds a task by the gateway’s id; an unknown or doubtful one exits 2', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask({ id: 'abc1', remoteId: 'r1' }), aTask({ id: 'abc2', remoteId: 'r2' })];
    expect(await line.run('show', 'r2')).toBe(0);
    expect(line.out).toContain('abc2');
    expect(await line.run('show', 'abc')).toBe(2);
    expect(line.err).toBe('taskbell: Several tasks begin with "abc". Give more of the id.\n');
    expect(await line.run('show', 'zzz')).toBe(2);
    expect(line.err).toBe('taskbell: No watched task has the id "zzz". "taskbell list" shows them.\n');
  });
});

describe('check and remove', () => {
  it('check asks for one task or for all', async () => {
    const line = await withRunningApp();
    expect(await line.run('check')).toBe(0);
    expect(await line.run('check', 'abc')).toBe(0);
    expect(line.app.checked).toEqual([null, 'abc']);
  });

  it('remove says what is no longer watched', async () => {
    const line = await withRunningApp();
    line.app.tasks = [aTask()];
    expect(await line.run('remove', '3f2a')).toBe(0);
    expect(line.out).toBe('No longer watching: 3f2a9c10d4  Running  A paper boat in the rain\n');
    expect(line.app.tasks).toEqual([]);
  });
});
