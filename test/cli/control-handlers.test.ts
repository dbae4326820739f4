import { describe, expect, it } from 'vitest';
import { completed, failedTask, json, running } from '../fakes/scripted-http.ts';
import { addGateway, key } from '../fakes/whole-app.ts';
import { commandLine } from './whole-command-line.ts';

describe('the command line with the whole app', () => {
  it('adds a gateway whose key goes to the vault and nowhere else', async () => {
    const { line, whole } = await commandLine();
    line.stdin = key;
    const add = ['gateway', 'add', 'Studio', '--url', 'https://api.example.com', '--key-stdin'] as const;
    expect(await line.run(...add)).toBe(0);
    expect(line.out).toContain('Its key ends in cdef.');
    await line.run('gateway', 'list', '--json');
    expect(JSON.parse(line.out)).toMatchObject([
      { name: 'Studio', dialect: 'relay', keyHint: 'cdef', health: 'fresh' },
    ]);
    expect(JSON.stringify(whole.app.view())).not.toContain(key);
    expect(await line.run(...add)).toBe(2);
    expect(line.err).toBe('taskbell: Another gateway has this name. Choose a different one.\n');
  });

  it.each([
    ['not a URL', ['--url', 'nonsense']],
    ['plain http to a foreign host', ['--url', 'http://api.example.com']],
    ['a dialect that does not exist', ['--url', 'https://api.example.com', '--dialect', 'klingon']],
  ])('exits 2 for a gateway with %s', async (_what, options) => {
    const { line } = await commandLine();
    line.stdin = key;
    expect(await line.run('gateway', 'add', 'Studio', ...options, '--key-stdin')).toBe(2);
    expect(line.err).not.toContain(key);
  });

  it('watches a task, waits for it and tells its link', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    expect(await line.run('watch', 'task_1', '--json')).toBe(0);
    const [task] = (JSON.parse(line.out) as { added: { id: string }[] }).added;
    expect(task).toMatchObject({ remoteId: 'task_1', gateway: 'Studio', phase: 'queued' });
    await line.clock.advance(3_000);
    await line.run('list', '--json');
    expect(JSON.parse(line.out)).toMatchObject([{ phase: 'running', progress: 0.5, health: 'fresh' }]);

    const waited = line.run('wait', 'task_1');
    whole.http.answer('task_1', completed('task_1'));
    await line.clock.advance(60_000);
    expect(await waited).toBe(0);
    await line.run('show', task?.id ?? '', '--json');
    expect(Object.keys(JSON.parse(line.out) as object)).toEqual([
      'id',
      'gateway',
      'remoteId',
      'title',
      'phase',
      'progress',
      'health',
      'trouble',
      'links',
      'failure',
      'save',
      'otherSaves',
      'addedAt',
      'finishedAt',
      'nextCheckAt',
      'etaMs',
    ]);
    expect(line.out).toContain('https://cdn.example.com/task_1.mp4');
  });

  it('exits 1 when a task fails, and 3 when it takes too long', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    await line.run('watch', 'task_1');
    const tooShort = line.run('wait', 'task_1', '--timeout', '5');
    await line.clock.advance(5_000);
    expect(await tooShort).toBe(3);
    const waited = line.run('wait', 'task_1');
    whole.http.answer('task_1', failedTask('task_1'));
    await line.clock.advance(60_000);
    expect(await waited).toBe(1);
  });

  it('exits 1 when a task that is waited for is removed', async () => {
    const { line, whole, waiting } = await commandLine();
    await addGateway(whole);
    await line.run('watch', 'task_1');
    const { id } = whole.onlyTask();
    const waited = line.run('wait', id);
    await waiting;
    whole.app.tasks.remove([id]);
    await line.clock.advance(1_000);
    expect(await waited).toBe(1);
    expect(line.err).toContain('removed from the list');
  });

  it('never guesses which of two tasks with the same gateway id is meant', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole, 'Studio');
    await addGateway(whole, 'Other', 'https://other.example.com');
    await line.run('watch', 'task_1', '--gateway', 'Studio');
    await line.run('watch', 'task_1', '--gateway', 'Other');
    expect(await line.run('remove', 'task_1')).toBe(2);
    expect(line.err).toContain('Several gateways have a task "task_1".');
    expect(whole.app.view().tasks).toHaveLength(2);
  });

  it.each([
    [['show', 'nothing'], 'No watched task has the id "nothing".'],
    [['wait', 'nothing'], 'No watched task has the id "nothing".'],
    [['check', 'nothing'], 'No watched task has the id "nothing".'],
    [['remove', 'nothing'], 'No watched task has the id "nothing".'],
    [['gateway', 'test', 'nothing'], 'There is no gateway named "nothing".'],
    [['gateway', 'remove', 'nothing'], 'There is no gateway named "nothing".'],
    [['watch', 'task_1', '--gateway', 'nothing'], 'There is no gateway named "nothing".'],
    [['watch', 'task_1'], 'Add a gateway first'],
  ])('%j exits 2 with a sentence', async (argv, sentence) => {
    const { line } = await commandLine();
    expect(await line.run(...argv)).toBe(2);
    expect(line.err).toContain(sentence);
  });

  it('says that a cancelled task cannot change, and asks the gateway for the links of a ready one', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    whole.http.answer('task_1', completed('task_1'));
    whole.http.answer('task_2', json({ id: 'task_2', status: 'cancelled' }));
    await line.run('watch', 'task_1');
    await line.run('watch', 'task_2');
    await line.clock.advance(5_000);
    const asked = whole.http.requests.length;
    expect(await line.run('check', 'task_2')).toBe(1);
    expect(line.err).toBe(
      'taskbell: This task was cancelled, so nothing about it can change. The gateway was not asked.\n',
    );
    expect(await line.run('check', 'task_1')).toBe(0);
    await line.clock.advance(5_000);
    expect(whole.http.requests).toHaveLength(asked + 1);
  });

  it('pauses and resumes', async () => {
    const { line, whole } = await commandLine();
    await line.run('pause');
    expect(whole.app.view().status.paused).toBe(true);
    await line.run('resume');
    expect(whole.app.view().status.paused).toBe(false);
  });

  it('says in words when a task is asked next', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    await line.run('watch', 'task_1');
    await line.clock.advance(3_000);
    await line.run('list', '--json');
    expect(JSON.parse(line.out)).toMatchObject([{ health: 'fresh', trouble: null }]);
    await line.run('show', 'task_1');
    expect(line.out).toMatch(/^Next check {4}(in|after) /m);
    await line.run('pause');
    await line.run('show', 'task_1');
    expect(line.out).toMatch(/^Next check {4}paused$/m);
  });

  it('asks a gateway as often as it was told to, and refuses what makes no sense', async () => {
    const { line, whole } = await commandLine();
    line.stdin = key;
    const add = ['gateway', 'add', 'Studio', '--url', 'https://api.example.com', '--key-stdin'] as const;
    expect(await line.run(...add, '--rate', '1000')).toBe(2);
    expect(line.err).toContain('at most 100');
    expect(await line.run(...add, '--rate', '0.5')).toBe(0);
    expect(whole.app.view().gateways[0]).toMatchObject({
      requestsPerSecond: 0.5,
      budget: { requestsPerSecond: 0.5 },
    });
  });

  it('says how a gateway is named where there are several', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    await addGateway(whole, 'Relay', 'https://relay.example.com');
    expect(await line.run('watch', 'task_1')).toBe(2);
    expect(line.err).toContain('with --gateway NAME.');
  });

  it('says in doctor why the next task of a gateway waits after an error', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    whole.http.answer('task_1', running('task_1', 0.5));
    await line.run('watch', 'task_1');
    await line.clock.advance(3_000);
    await line.run('doctor');
    expect(line.out).not.toContain('after an error');
    whole.http.answer('task_1', json([]));
    whole.app.tasks.check([whole.onlyTask().id]);
    await line.clock.advance(1_000);
    await line.run('doctor');
    expect(line.out).toMatch(/^Studio .* after an error: in /m);
  });

  it('keeps the choice of timing', async () => {
    const { line, whole } = await commandLine();
    expect(await line.run('timing', 'fewer-requests')).toBe(0);
    expect(whole.app.view().status.promptness).toBe('fewer-requests');
  });

  it('reports on everything that holds checks up, without a key, an address or a link', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    whole.http.answer('task_1', completed('task_1'));
    whole.http.answer('task_2', running('task_2', 0.5));
    await line.run('watch', 'task_1', 'task_2');
    await line.clock.advance(3_000);
    expect(await line.run('doctor', '--json')).toBe(0);
    expect(JSON.parse(line.out)).toMatchObject({
      version: '1.2.3',
      paused: false,
      online: true,
      promptness: 'balanced',
      unfinished: 1,
      gateways: [{ name: 'Studio', dialect: 'relay', unfinished: 1, trouble: null }],
    });
    await line.run('doctor');
    for (const secret of [key, key.slice(-4), 'https://', 'example.com', 'task_1']) {
      expect(line.out).not.toContain(secret);
    }
  });

  it('removes a gateway with its tasks and its key', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    await line.run('watch', 'task_1');
    expect(await line.run('gateway', 'remove', 'Studio')).toBe(0);
    expect(whole.app.view()).toMatchObject({ gateways: [], tasks: [] });
  });
});

describe('a pasted request on the command line', () => {
  const request = `curl --location 'https://api.studio.example/v1/videos/task_1' --header 'Authorization: Bearer ${key}'`;

  it('watches at the gateway that it stores under the name that was given', async () => {
    const { line, whole } = await commandLine();
    line.stdin = request;
    expect(await line.run('watch', '-', '--add-gateway', 'Studio')).toBe(0);
    expect(line.out).toMatch(
      /^Understood: 1 id for Studio \(.*\)\nAdded the gateway Studio at https:\/\/api\.studio\.example\. Its key ends in cdef\.\nWatching:\n/,
    );
    expect(whole.onlyTask()).toMatchObject({ gatewayName: 'Studio', remoteId: 'task_1' });
    expect(JSON.stringify(whole.app.view()) + line.out + line.err).not.toContain(key);

    expect(await line.run('watch', '-', '--add-gateway', 'Again')).toBe(2);
    expect(line.err).toContain('The gateway Studio has this address.');
    expect(await line.run('watch', '-')).toBe(0);
    expect(line.out).toContain('Already watched:');
  });

  it('asks with the key that was in the text', async () => {
    const { line, whole } = await commandLine();
    whole.http.answer('task_1', running('task_1', 0.5));
    line.stdin = request;
    await line.run('watch', '-', '--add-gateway', 'Studio');
    await line.clock.advance(3_000);
    expect(whole.onlyTask()).toMatchObject({ phase: 'running' });
  });

  it('names the flag when the address is not known, and stores nothing', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    line.stdin = request;
    expect(await line.run('watch', '-')).toBe(2);
    expect(line.err).toBe(
      'taskbell: No gateway has the address https://api.studio.example. Store it, with the key in the text, with --add-gateway NAME, or choose one with --gateway NAME.\n',
    );
    expect(whole.app.view()).toMatchObject({ gateways: [{ name: 'Studio' }], tasks: [] });
  });

  it('says how to add an address without a key', async () => {
    const { line } = await commandLine();
    line.stdin = 'https://api.klingai.com/v1/videos/text2video/800000000000000001';
    expect(await line.run('watch', '-')).toBe(2);
    expect(line.err).toContain(
      '"taskbell gateway add NAME --url https://api.klingai.com --dialect kling --key-stdin"',
    );
    expect(await line.run('watch', '-', '--add-gateway', 'Kling')).toBe(2);
    expect(line.err).toContain('No key is in the text.');
  });

  it('brings the gateway of a request that makes a video', async () => {
    const { line, whole } = await commandLine();
    line.stdin = `curl https://api.studio.example/v1/videos -H 'Authorization: Bearer ${key}' -d '{}'`;
    expect(await line.run('watch', '-', '--add-gateway', 'Studio')).toBe(0);
    expect(whole.app.view()).toMatchObject({ gateways: [{ name: 'Studio', keyHint: 'cdef' }], tasks: [] });
    expect(await line.run('watch', '-')).toBe(2);
    expect(line.err).toContain('holds no id yet');
  });

  it('says that an error is one', async () => {
    const { line, whole } = await commandLine();
    await addGateway(whole);
    line.stdin = '{"error":{"message":"Invalid token","type":"new_api_error"}}';
    expect(await line.run('watch', '-')).toBe(2);
    expect(line.err).toBe('taskbell: This is an error of the gateway, not a task. No id is in it.\n');
  });

  it('lets a key travel unencrypted only if that is said', async () => {
    const { line } = await commandLine();
    line.stdin = request.replace('https', 'http');
    expect(await line.run('watch', '-', '--add-gateway', 'Studio')).toBe(2);
    expect(line.err).toContain('Plain http');
    expect(await line.run('watch', '-', '--add-gateway', 'Studio', '--allow-plain-http')).toBe(0);
  });
});
