import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyInReference, readReference } from '../../electron/core/reference.ts';
import { completedNested, runningNested } from '../gateway/bodies.ts';
import { contextOf, gateway, nothing } from './reference-context.ts';

const idsIn = (text: string): readonly string[] => readReference(text, contextOf()).remoteIds;

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
  const read = (text: string) => readReference(text, contextOf());

  it.each([
    ['https://api.example.com/v1/videos/sora-2:task_1', 'sora-2:task_1', 'one'],
    ['https://API.example.com:443/v1/videos/sora-2%3Atask_1/', 'sora-2:task_1', 'one'],
    ['https://api.example.com/v1/videos/task_1/content?variant=video#t', 'task_1', 'one'],
    ['https://example.org/relay/v1/videos/a%2Fb_1', 'a/b_1', 'two'],
    ['https://elsewhere.example/v1/videos/task_1', 'task_1', null],
    ['http://api.example.com/v1/videos/task_1', 'task_1', null],
  ])('%s give the id and the gateway', (link, id, gatewayId) => {
    expect(read(link)).toMatchObject({ remoteIds: [id], gatewayId, dialect: 'relay' });
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
    expect(read(link)).toEqual(nothing);
  });

  it('name a gateway only when they agree on one', () => {
    const one = 'https://api.example.com/v1/videos/task_1';
    const two = 'https://example.org/relay/v1/videos/task_2';
    expect(read(`${one}\n${one.replace('task_1', 'task_3')}`)).toMatchObject({
      remoteIds: ['task_1', 'task_3'],
      gatewayId: 'one',
    });
    expect(read(`${one}\n${two}`)).toEqual({ ...nothing, remoteIds: ['task_1', 'task_2'] });
    const twins = [gateway('a', 'https://api.example.com'), gateway('b', 'https://api.example.com/v1')];
    expect(readReference(one, contextOf(twins))).toMatchObject({ gatewayId: null, newGateway: null });
  });

  it('go to the gateway whose key ends as the one beside them', () => {
    const twins = [
      gateway('a', 'https://api.example.com', { keyHint: 'aaaa' }),
      gateway('b', 'https://api.example.com', { keyHint: 'bbbb' }),
    ];
    const command = `curl https://api.example.com/v1/videos/task_1 -H 'Authorization: Bearer sk-test01234bbbb'`;
    expect(readReference(command, contextOf(twins)).gatewayId).toBe('b');
  });

  it('are read by the dialect of the gateway that has the address', () => {
    const kling = gateway('k', 'https://api.example.com', { dialect: 'kling' });
    const link = 'https://api.example.com/v1/videos/text2video/800000000000000001';
    expect(readReference(link, contextOf([kling]))).toMatchObject({
      remoteIds: ['text2video/800000000000000001'],
      gatewayId: 'k',
      dialect: 'kling',
    });
    // A gateway of another dialect cannot ask for it, so this is a gateway of its own.
    expect(read(link)).toMatchObject({ gatewayId: null, newGateway: { dialect: 'kling' } });
  });

  it('suggest a name that is free', () => {
    const taken = gateway('1', 'https://a.example', { name: 'Studio.example' });
    const link = 'https://api.studio.example/v1/videos/task_1';
    expect(readReference(link, contextOf([taken])).newGateway?.name).toBe('studio.example 2');
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

describe('a key', () => {
  const key = fc
    .stringMatching(/^[A-Za-z0-9]{3}[A-Za-z0-9_.~+/=-]{9,60}$/)
    .filter((text) => !/x{4}|your|api[-_]?key|\.{3}|^(bearer|token|key)$/i.test(text));
  const forms: readonly ((key: string, url: string) => string)[] = [
    (one, url) => `curl '${url}' -H 'Authorization: Bearer ${one}'`,
    (one, url) => `curl --location "${url}" \\\n --header "authorization: ${one}"`,
    (one, url) => `curl ^"${url}^" ^\r\n  -H ^"Authorization: Token ${one}^"`,
    (one, url) => `curl.exe -H "x-goog-api-key: ${one}" \`\n "${url}"`,
    (one, url) => `irm ${url} -Headers @{'Authorization'='Key ${one}'}`,
    (one, url) => `GET ${url} HTTP/1.1\nmj-api-secret: ${one}`,
    (one, url) => `fetch("${url}", { headers: { authorization: "Bearer ${one}" } })`,
  ];
  const url = fc
    .tuple(key, fc.constantFrom('api.example.com', 'new.example', 'api.klingai.com', 'queue.fal.run'))
    .chain(([one, host]) =>
      fc.record({
        key: fc.constant(one),
        // Keys also get where they do not belong.
        url: fc.constantFrom(
          `https://${host}/v1/videos/task_1`,
          `https://${host}/v1/videos/${one}`,
          `https://${host}/${one}/v1/videos/task_1`,
          `https://${one}@${host}/v1/videos/task_1?key=${one}#${one}`,
        ),
      }),
    );

  it('is found in every form of request and never part of what is understood', () => {
    fc.assert(
      fc.property(url, fc.constantFrom(...forms), (given, form) => {
        const text = form(given.key, given.url);
        const understood = readReference(text, contextOf());
        const { keyHint, ...rest } = understood;
        expect(keyHint === null || given.key.endsWith(keyHint)).toBe(true);
        expect(JSON.stringify(rest)).not.toContain(given.key);
        if (URL.canParse(given.url)) expect(keyInReference(text)).toBe(given.key);
      }),
      { numRuns: 500 },
    );
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
          'curl ',
          '-H ',
          "'",
          '^"',
          '`',
          '\\',
          'GET ',
          'POST /v1/videos HTTP/1.1',
          'Host: api.example.com',
          'Authorization: ',
          '\t',
          '|',
          '\n{"task_id":',
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
        keyInReference(text);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[^\s"'`<>]{4,300}$/u);
      }),
      { numRuns: 1500 },
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

  it('of megabytes is read within the time of a test', { timeout: 60_000 }, () => {
    const long = 'https://a_1:"id":{Bearer /v1/videos/ '.repeat(50_000);
    expect(idsIn(long).length).toBeLessThan(10);
    expect(idsIn('a'.repeat(2_000_000))).toEqual([]);
    expect(idsIn('{'.repeat(2_000_000))).toEqual([]);
    expect(idsIn(':'.repeat(2_000_000))).toEqual([]);
    const odd = [
      ...[
        'curl ',
        'curl x\n',
        "curl '",
        '^"',
        '`',
        '\\"',
        '"\\"',
        "$'",
        'a: b\n',
        '> \n',
        '|',
        '\t',
        ',id,\n',
      ],
      ...[
        'GET /a\nHost: b\n',
        'POST https://a.example/b\n',
        'curl https://a.example/v1/videos/a_1 -H Authorization:a\n',
      ],
      ...[
        'authorization: ',
        'authorization=https://a.example/v1/videos/a_1 ',
        '[{"id":',
        '{"data":',
        '{"id":"task_1"}\n',
      ],
      ...['https://a.example/v1/videos/a_1 ', '-Method ', 'curl ^\n'],
    ];
    for (const part of odd) {
      const text = part.repeat(200_000 / part.length);
      idsIn(text);
      idsIn(`curl ${text}`);
      idsIn(`{"a":"${text}`);
      keyInReference(text);
    }
  });
});
