import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readReference } from '../../electron/core/reference.ts';
import type { Gateway } from '../../electron/shared/gateway.ts';
import { completedNested, runningNested } from '../gateway/bodies.ts';

const gateway = (id: string, baseUrl: string): Gateway => ({
  id,
  name: id,
  baseUrl,
  dialect: 'relay',
  allowPlainHttp: false,
  keyHint: null,
});

const gateways = [gateway('one', 'https://api.example.com'), gateway('two', 'https://example.org/relay/v1')];
const idsIn = (text: string): readonly string[] => readReference(text, gateways).remoteIds;

const sora = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm60';
const uuid = '00000000-0000-4000-8000-000000000001';

describe('ids in a text', () => {
  it.each([
    sora,
    uuid,
    `grok:${uuid}`,
    'veo3.1-components:1767323045-x8Kq2',
    'task_abcdef',
    'cgt-20260102030405-aaaaa',
    '1767323045678001',
    'job-a',
    'QmFzZTY0aWQ5=',
  ])('are one: %s', (id) => {
    expect(idsIn(id)).toEqual([id]);
    expect(idsIn(`  "${id}"\n`)).toEqual([id]);
    expect(idsIn(`\`${id}\`,`)).toEqual([id]);
  });

  it.each(['\n', '\r\n', ', ', ',', '\t', ' ', ';', '，', '\u3000'])('are many, apart by %j', (separator) => {
    expect(idsIn([sora, 'video_1', sora, 'video_2'].join(separator))).toEqual([sora, 'video_1', 'video_2']);
  });

  it('are told apart from the words around them', () => {
    expect(idsIn(`Your task ${sora} (fast) was created at 10:15.`)).toEqual([sora]);
    expect(idsIn(`任务已提交：${sora}，请稍候`)).toEqual([sora]);
    expect(idsIn(`Task ID: ${uuid}`)).toEqual([uuid]);
  });

  it.each([
    '',
    '   ',
    'hello',
    'A well-known, state-of-the-art model',
    'Meet at 10:15 on 2026-01-02T03:04:05Z for 45,000 USD',
    '12345',
    '--json',
    'C:\\videos\\clip_1.mp4',
    '/home/me/clip_1.mp4',
    '<b>x_1</b>',
  ])('are not found in %j', (text) => {
    expect(idsIn(text)).toEqual([]);
  });

  it.each([
    'sk-0123456789abcdef',
    `Authorization: Bearer ${sora}`,
    'Bearer abc_123_def',
    'eyJhbGciOiJub25lIn0.e30.x1',
  ])('are not a key: %s', (text) => {
    expect(idsIn(text)).toEqual([]);
  });

  it('have a bounded length', () => {
    expect(idsIn(`a_${'1'.repeat(298)}`)).toHaveLength(1);
    expect(idsIn(`a_${'1'.repeat(299)}`)).toEqual([]);
  });
});

describe('links to tasks', () => {
  const read = (text: string) => readReference(text, gateways);

  it.each([
    ['https://api.example.com/v1/videos/sora-2:task_1', 'sora-2:task_1', 'one'],
    ['https://API.example.com:443/v1/videos/sora-2%3Atask_1/', 'sora-2:task_1', 'one'],
    ['https://api.example.com/v1/videos/task_1/content?variant=video#t', 'task_1', 'one'],
    ['https://example.org/relay/v1/videos/a%2Fb_1', 'a/b_1', 'two'],
    ['https://elsewhere.example/v1/videos/task_1', 'task_1', null],
    ['http://api.example.com/v1/videos/task_1', 'task_1', null],
  ])('%s give the id and the gateway', (link, id, gatewayId) => {
    expect(read(link)).toEqual({ remoteIds: [id], gatewayId });
  });

  it.each([
    'https://api.example.com/',
    'https://cdn.example.com/v/1.mp4?sig=a_1',
    'https://api.example.com/v1/videos',
    'https://api.example.com/v1/videos/%FF%FE',
    'https://api.example.com/v1/videos/a%20b%20c',
    'ftp://api.example.com/v1/videos/task_1',
    'https://[broken/v1/videos/task_1',
  ])('are not %s', (link) => {
    expect(read(link)).toEqual({ remoteIds: [], gatewayId: null });
  });

  it('name a gateway only when they agree on one', () => {
    const one = 'https://api.example.com/v1/videos/task_1';
    const two = 'https://example.org/relay/v1/videos/task_2';
    expect(read(`${one}\n${one.replace('task_1', 'task_3')}`)).toEqual({
      remoteIds: ['task_1', 'task_3'],
      gatewayId: 'one',
    });
    expect(read(`${one}\n${two}`)).toEqual({ remoteIds: ['task_1', 'task_2'], gatewayId: null });
    const twins = [gateway('a', 'https://api.example.com'), gateway('b', 'https://api.example.com/v1')];
    expect(readReference(one, twins).gatewayId).toBeNull();
  });

  it('are all that is read of a command with a key', () => {
    const command = `curl -s "https://api.example.com/v1/videos/${sora}" -H 'Authorization: Bearer key_0123456789'`;
    expect(read(command)).toEqual({ remoteIds: [sora], gatewayId: 'one' });
  });
});

describe('a gateway’s JSON', () => {
  const running = runningNested({ id: sora });

  it.each<[string, string, readonly string[]]>([
    ['a create answer', `{"id":"${sora}","status":"pending","status_update_time":1}`, [sora]],
    ['a task_id', '{"task_id":"task_1","request_id":"req_1"}', ['task_1']],
    ['an envelope', '{"code":"success","data":{"task_id":"task_1"}}', ['task_1']],
    ['an envelope of one id', '{"code":"success","data":"task_1"}', ['task_1']],
    ['a list answer', '{"object":"list","data":[{"id":"video_1"},{"id":"video_2"}]}', ['video_1', 'video_2']],
    ['a list of ids', '["video_1", "video_2", "video_1"]', ['video_1', 'video_2']],
    ['a whole task', JSON.stringify(running), [sora]],
    ['an indented task', JSON.stringify(running, null, 2), [sora]],
    ['a task that was cut off', JSON.stringify(completedNested({ id: sora })).slice(0, 300), [sora]],
    ['an indented task that was cut off', JSON.stringify(running, null, 2).slice(0, 300), [sora]],
    [
      'lines of a log',
      `10:01 got {"id":"video_1"}\n10:02 got {"id":"video_2","x":{"id":"y_1"}}`,
      ['video_1', 'video_2'],
    ],
    ['something else', '{"name":"x_1"}', []],
    ['ids that cannot be', '{"id":"a b"}', []],
  ])('gives its ids: %s', (_name, text, ids) => {
    expect(idsIn(text)).toEqual(ids);
  });
});

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.json(),
    fc.webUrl({ withQueryParameters: true }),
    fc
      .array(
        fc.constantFrom(
          sora,
          'Bearer',
          'sk-abc123',
          'https://api.example.com/v1/videos/',
          '"id":"',
          '{',
          ' ',
          '\n',
        ),
      )
      .map((parts) => parts.join('')),
  );

  it('gives plausible ids, each once, and never throws', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const ids = idsIn(text);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[^\s"'`<>]{4,300}$/u);
      }),
      { numRuns: 500 },
    );
  });

  it('keeps every id of a list whatever they are joined by', () => {
    const id = fc.stringMatching(/^[a-z][a-z0-9]{2,10}[_:-][a-z0-9]{3,20}[0-9]$/);
    fc.assert(
      fc.property(
        fc.uniqueArray(id, { minLength: 1 }),
        fc.constantFrom('\n', ', ', '\t'),
        (ids, separator) => {
          expect(idsIn(ids.join(separator))).toEqual(ids.filter((one) => !/^(sk|pk|rk)-/.test(one)));
        },
      ),
    );
  });

  it('of megabytes is read within the time of a test', () => {
    const long = 'https://a_1:"id":{Bearer /v1/videos/ '.repeat(50_000);
    expect(idsIn(long).length).toBeLessThan(10);
    expect(idsIn('a'.repeat(2_000_000))).toEqual([]);
    expect(idsIn('{'.repeat(2_000_000))).toEqual([]);
    expect(idsIn(':'.repeat(2_000_000))).toEqual([]);
  });
});
