import { describe, expect, it } from 'vitest';
import { keyInReference, readReference } from '../../electron/core/reference.ts';
import type { Understanding } from '../../electron/shared/watching.ts';
import { contextOf, nothing } from './reference-context.ts';

const key = 'sk-test0123456789abcd';
const keyed = { keyFound: true, keyHint: 'abcd' } as const;
const sora = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm60';
const atOne = { gatewayId: 'one', dialect: 'relay' } as const;

const newAt = (name: string, baseUrl: string, dialect = 'relay'): Partial<Understanding> => ({
  dialect,
  newGateway: { name, baseUrl, dialect },
});

type Case = readonly [name: string, text: string, understood: Partial<Understanding>];

const commands: readonly Case[] = [
  [
    'the documents’ curl, with long options',
    `curl --location --request GET 'https://api.example.com/v1/videos/${sora}' \\\n--header 'Accept: application/json' \\\n--header 'Authorization: Bearer ${key}'`,
    { ...atOne, ...keyed, remoteIds: [sora] },
  ],
  [
    'a one-liner after a prompt',
    `$ curl -s https://api.example.com/v1/videos/task_1 -H "Authorization: Bearer ${key}" | jq .status`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'letters run together, the header attached, the method too',
    `curl -sSL -XGET -H'Authorization:Bearer ${key}' 'https://api.example.com/v1/videos/task_1'`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'the URL behind --url, the header with =',
    `curl --request GET --url=https://api.example.com/v1/videos/task_1 --header="authorization: Bearer ${key}"`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'blanks after the backslashes, and Windows’ line ends',
    `curl "https://api.example.com/v1/video/query?id=${sora.replace(':', '%3A')}" \\  \r\n  -H "Authorization: Bearer ${key}"`,
    { ...atOne, ...keyed, remoteIds: [sora] },
  ],
  [
    'a URL with & and no quotes',
    'curl https://api.example.com/v1/video/query?lang=en&id=task_1 -H Authorization:x',
    { ...atOne, remoteIds: ['task_1'] },
  ],
  [
    'a browser’s, with $’…’',
    `curl 'https://api.example.com/v1/videos/task_1' -H $'authorization: Bearer sk-test\\u0030123456789abcd' -H $'x-note: it\\'s' --compressed`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'a browser’s for cmd, with carets',
    `curl ^"https://api.example.com/v1/videos/task_1^" ^\r\n  -H ^"authorization: Bearer ${key}^" ^\r\n  -H ^"x-note: ^\\^"hi^\\^"^"`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'cmd with carets at the line ends only',
    `curl --location "https://api.example.com/v1/videos/task_1" ^\n--header "Authorization: Bearer ${key}"`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'cmd with doubled quotes in the body',
    `curl -X POST "https://api.example.com/v1/videos" ^\r\n -H "Authorization: Bearer ${key}" ^\r\n -d "{""model"":""sora-2"",""id"":""task_9""}"`,
    { ...atOne, ...keyed, note: 'create-request' },
  ],
  [
    'PowerShell with backticks and curl.exe',
    `PS C:\\> curl.exe "https://api.example.com/v1/videos/task_1" \`\n  -H "Authorization: Bearer ${key}"`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'Invoke-RestMethod with a hash table',
    `Invoke-RestMethod -Uri "https://api.example.com/v1/videos/task_1" -Headers @{ "Authorization" = "Bearer ${key}"; Accept = 'application/json' }`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'PowerShell as API clients write it',
    `$headers = New-Object "System.Collections.Generic.Dictionary[[String],[String]]"\n$headers.Add("Authorization", "Bearer ${key}")\n\n$response = Invoke-RestMethod 'https://api.example.com/v1/videos/task_1' -Method 'GET' -Headers $headers\n$response | ConvertTo-Json`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'PowerShell that makes a video',
    `irm https://api.example.com/v1/video/create -Method Post -Headers @{Authorization='Bearer ${key}'} -Body '{"images":["https://cdn.example.com/v1/videos/a_1"]}'`,
    { ...atOne, ...keyed, note: 'create-request' },
  ],
  [
    'a create request',
    `curl https://api.example.com/v1/video/create -H 'Authorization: Bearer ${key}' -H 'Content-Type: application/json' -d '{"model":"sora-2","prompt":"boat"}'`,
    { ...atOne, ...keyed, note: 'create-request' },
  ],
  [
    'a create request and what it answered',
    `$ curl -X POST https://api.example.com/v1/videos -H 'Authorization: Bearer ${key}' -d '{"id":"no_1"}'\n{"id":"task_1","status":"pending","status_update_time":1767323045678}`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'a create request and an error',
    `curl -X POST https://api.example.com/v1/videos -H 'Authorization: Bearer ${key}' -d '{}'\n{"error":{"message":"Invalid token","type":"new_api_error"}}`,
    { ...atOne, ...keyed, note: 'error-answer' },
  ],
  [
    'an upload',
    `curl https://api.example.com/v1/videos -H "Authorization: Bearer ${key}" -F model=sora-2 -F "prompt=a boat"`,
    { ...atOne, ...keyed, note: 'create-request' },
  ],
  [
    'data in a GET',
    `curl -G https://api.example.com/v1/video/query -d x=1 -H "Authorization: Bearer ${key}"`,
    { ...atOne, ...keyed },
  ],
  [
    'options whose values are URLs too',
    `curl -x http://proxy.example:8080 -e https://referer.example/v1/videos/a_1 -o out_1.json https://api.example.com/v1/videos/task_1`,
    { ...atOne, remoteIds: ['task_1'] },
  ],
  [
    'two commands',
    `curl https://api.example.com/v1/videos/task_1 -H 'Authorization: Bearer ${key}'\ncurl https://api.example.com/v1/videos/task_2 -H 'Authorization: Bearer ${key}'`,
    { ...atOne, ...keyed, remoteIds: ['task_1', 'task_2'] },
  ],
  [
    'two commands to two hosts: no key is meant for both',
    `curl https://api.example.com/v1/videos/task_1 -H 'Authorization: Bearer ${key}'; curl https://new.example.net/v1/videos/task_2 -H 'Authorization: Bearer ${key}'`,
    { remoteIds: ['task_1', 'task_2'] },
  ],
  [
    'an answer that names another place than the request with the key went to',
    `curl -X POST https://api.studio.example/v1/videos -H 'Authorization: Bearer ${key}' -d '{}'\n{"id":"task_1","status":"queued","polling_url":"https://elsewhere.example/v1/videos/task_1"}`,
    { ...newAt('elsewhere.example', 'https://elsewhere.example'), remoteIds: ['task_1'] },
  ],
  [
    'a key that is yet to be filled in',
    "curl https://api.example.com/v1/videos/task_1 -H 'Authorization: Bearer YOUR_API_KEY'",
    { ...atOne, remoteIds: ['task_1'] },
  ],
  [
    'a key in a variable',
    'curl https://api.example.com/v1/videos/task_1 -H "Authorization: Bearer $STUDIO_API_KEY"',
    { ...atOne, remoteIds: ['task_1'] },
  ],
  [
    'curly quotes from a chat',
    `curl “https://api.example.com/v1/videos/task_1” -H ‘Authorization: Bearer ${key}’`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'a quote that never closes',
    `curl 'https://api.example.com/v1/videos/task_1' -H 'Authorization: Bearer ${key}`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'a command to a gateway that is not stored',
    `curl https://api.studio.example/v1/videos/${sora} -H "Authorization: Bearer ${key}"`,
    { ...newAt('studio.example', 'https://api.studio.example'), ...keyed, remoteIds: [sora] },
  ],
  [
    'the same below a path',
    `curl https://studio.example/relay/v1/videos/${sora} -H "Authorization: Bearer ${key}"`,
    { ...newAt('studio.example', 'https://studio.example/relay'), ...keyed, remoteIds: [sora] },
  ],
  [
    'a create request to a gateway that is not stored',
    `curl https://api.studio.example/v1/video/create -H "Authorization: ${key}" -d '{}'`,
    {
      newGateway: { name: 'studio.example', baseUrl: 'https://api.studio.example', dialect: 'relay' },
      ...keyed,
      note: 'create-request',
    },
  ],
  ['a command in a sentence without a URL', `I used curl and got ${sora} back`, { remoteIds: [sora] }],
  ['a file that somebody fetches', 'curl -LO https://files.example/clip_1.mp4', {}],
];

const makers: readonly Case[] = [
  [
    'Kling, the kind in the path',
    `curl https://api-singapore.klingai.com/v1/videos/text2video/800000000000000001 -H "Authorization: Bearer ${key}"`,
    {
      ...newAt('api-singapore.klingai.com', 'https://api-singapore.klingai.com', 'kling'),
      ...keyed,
      remoteIds: ['text2video/800000000000000001'],
    },
  ],
  [
    'Kling, a create request with its answer',
    `curl https://api.klingai.com/v1/videos/image2video -H "Authorization: Bearer ${key}" -d '{}'\n{"code":0,"message":"SUCCEED","request_id":"r-1","data":{"task_id":"800000000000000001","task_status":"submitted"}}`,
    {
      ...newAt('klingai.com', 'https://api.klingai.com', 'kling'),
      ...keyed,
      remoteIds: ['image2video/800000000000000001'],
    },
  ],
  [
    'MiniMax, the id in the query',
    `curl -H 'Authorization: Bearer ${key}' 'https://api.minimax.io/v1/query/video_generation?task_id=100000000000001'`,
    {
      ...newAt('minimax.io', 'https://api.minimax.io', 'minimax'),
      ...keyed,
      remoteIds: ['100000000000001'],
    },
  ],
  [
    'Ark',
    `curl https://ark.cn-beijing.volces.com/api/v3/contents/generations/tasks/cgt-20260102030405-aaaaa -H "Authorization: Bearer ${key}"`,
    {
      ...newAt('ark.cn-beijing.volces.com', 'https://ark.cn-beijing.volces.com', 'ark'),
      ...keyed,
      remoteIds: ['cgt-20260102030405-aaaaa'],
    },
  ],
  [
    'Gemini, its own header',
    `curl -s -H "x-goog-api-key: AIzaTest0123456789wxyz" "https://generativelanguage.googleapis.com/v1beta/models/veo-example/operations/op000001"`,
    {
      ...newAt('generativelanguage.googleapis.com', 'https://generativelanguage.googleapis.com', 'veo'),
      keyFound: true,
      keyHint: 'wxyz',
      remoteIds: ['models/veo-example/operations/op000001'],
    },
  ],
  [
    'Vidu, its own scheme',
    'curl https://api.vidu.com/ent/v2/tasks/900000000000000001/creations -H "Authorization: Token vda_0123456789wxyz"',
    {
      ...newAt('vidu.com', 'https://api.vidu.com', 'vidu'),
      keyFound: true,
      keyHint: 'wxyz',
      remoteIds: ['900000000000000001'],
    },
  ],
  [
    'fal.ai, its own scheme and an id of three parts',
    'curl -H "Authorization: Key 0000aaaa:1111bbbb2222wxyz" https://queue.fal.run/fal-ai/veo3/requests/00000000-0000-4000-8000-000000000017/status',
    {
      ...newAt('fal.run', 'https://queue.fal.run', 'fal'),
      keyFound: true,
      keyHint: 'wxyz',
      remoteIds: ['fal-ai/veo3/requests/00000000-0000-4000-8000-000000000017'.replace('/requests', '')],
    },
  ],
  [
    'midjourney-proxy, its own header',
    'curl http://localhost:8080/mj/task/1767323045678001/fetch -H "mj-api-secret: secret-0123456789wxyz"',
    {
      ...newAt('localhost:8080', 'http://localhost:8080', 'midjourney-proxy'),
      keyFound: true,
      keyHint: 'wxyz',
      remoteIds: ['1767323045678001'],
    },
  ],
  [
    'Runway’s link alone',
    'https://api.dev.runwayml.com/v1/tasks/00000000-0000-4000-8000-000000000014',
    {
      ...newAt('dev.runwayml.com', 'https://api.dev.runwayml.com', 'runway'),
      remoteIds: ['00000000-0000-4000-8000-000000000014'],
    },
  ],
  [
    'OpenRouter’s link, which is not a relay below /api',
    'https://openrouter.ai/api/v1/videos/job-example1',
    { ...newAt('openrouter.ai', 'https://openrouter.ai', 'openrouter'), remoteIds: ['job-example1'] },
  ],
  [
    'another path of the relays, on a host of one’s own',
    'https://relay.example/v1/video/generations/task_1',
    { ...newAt('relay.example', 'https://relay.example'), remoteIds: ['task_1'] },
  ],
];

const requests: readonly Case[] = [
  [
    'a request line and headers',
    `GET /v1/videos/task_1 HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer ${key}\nAccept: */*\n`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'a REST client’s, with the whole URL',
    `### status\nGET https://api.example.com/v1/videos/task_1\nAuthorization: Bearer ${key}`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'what curl -v prints',
    `* Connected\n> GET /v1/videos/task_1 HTTP/2\n> Host: api.example.com\n> authorization: Bearer ${key}\n>\n< HTTP/2 200\n< content-type: application/json\n<\n{"id":"task_1","status":"pending"}`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'a create request with a body',
    `POST /v1/videos HTTP/1.1\r\nHost: api.example.com\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n\r\n{"model":"sora-2","id":"no_1"}`,
    { ...atOne, ...keyed, note: 'create-request' },
  ],
  [
    'a create request with its answer',
    `POST /v1/videos HTTP/1.1\nHost: api.example.com\nAuthorization: Bearer ${key}\n\n{"model":"sora-2","id":"no_1"}\n\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"id":"task_1","object":"video","status":"queued"}`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'a browser’s fetch',
    `fetch("https://api.example.com/v1/videos/task_1", {\n  "headers": {\n    "accept": "*/*",\n    "authorization": "Bearer ${key}"\n  },\n  "referrer": "https://console.example.com/",\n  "method": "GET"\n});`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'Python’s requests',
    `import requests\nr = requests.get("https://api.example.com/v1/videos/task_1", headers={"Authorization": "Bearer ${key}"})\nprint(r.json())`,
    { ...atOne, ...keyed, remoteIds: ['task_1'] },
  ],
  [
    'Python with the key elsewhere',
    `url = "https://api.example.com/v1/videos/task_1"\nheaders = {"Authorization": f"Bearer {API_KEY}"}`,
    { ...atOne, remoteIds: ['task_1'] },
  ],
  [
    'links above the header that goes with them',
    `https://api.example.com/v1/videos/task_1\nhttps://api.example.com/v1/videos/task_2\nAuthorization: Bearer ${key}`,
    { ...atOne, ...keyed, remoteIds: ['task_1', 'task_2'] },
  ],
];

const answers: readonly Case[] = [
  [
    'a relay’s create answer',
    `{"id":"${sora}","status":"pending","status_update_time":1767323045678}`,
    { remoteIds: [sora], dialect: 'relay' },
  ],
  [
    'Kling’s',
    '{"code":0,"message":"SUCCEED","request_id":"r-1","data":{"task_id":"800000000000000001","task_status":"submitted","created_at":1767323045678}}',
    { remoteIds: ['800000000000000001'], dialect: 'kling' },
  ],
  [
    'DashScope’s, whose request_id is not the task’s',
    '{"request_id":"q-1","output":{"task_id":"00000000-0000-4000-8000-000000000007","task_status":"PENDING"}}',
    { remoteIds: ['00000000-0000-4000-8000-000000000007'], dialect: 'dashscope' },
  ],
  [
    'MiniMax version 2’s',
    '{"task":{"id":"300000000000001","model":"MiniMax-H3","status":"queued"}}',
    { remoteIds: ['300000000000001'], dialect: 'minimax-v2' },
  ],
  ['kie’s', '{"code":200,"msg":"success","data":{"taskId":"t-100001"}}', { remoteIds: ['t-100001'] }],
  ['xAI’s, nothing but a request_id', '{"request_id":"x-0001"}', { remoteIds: ['x-0001'], dialect: 'xai' }],
  [
    'Veo’s operation',
    '{"name":"models/veo-example/operations/op000001"}',
    { remoteIds: ['models/veo-example/operations/op000001'], dialect: 'veo' },
  ],
  [
    'midjourney-proxy’s',
    '{"code":1,"description":"Submit success","result":"1767323045678001","properties":{}}',
    { remoteIds: ['1767323045678001'] },
  ],
  ['Suno’s', '{"code":"success","message":"","data":"suno-task-0001"}', { remoteIds: ['suno-task-0001'] }],
  [
    'an id of eighteen digits without quotes',
    '{"data": {"task_id": 800000000000000001}}',
    { remoteIds: ['800000000000000001'] },
  ],
  [
    'fal’s, whose links say more than its id',
    '{"status":"IN_QUEUE","request_id":"f-000001","response_url":"https://queue.fal.run/o/a/requests/f-000001","status_url":"https://queue.fal.run/o/a/requests/f-000001/status"}',
    { ...newAt('fal.run', 'https://queue.fal.run', 'fal'), remoteIds: ['o/a/f-000001'] },
  ],
  [
    'Replicate’s, whose links name the gateway',
    '{"id":"p100001","status":"starting","urls":{"get":"https://api.replicate.com/v1/predictions/p100001","cancel":"https://api.replicate.com/v1/predictions/p100001/cancel"}}',
    { ...newAt('replicate.com', 'https://api.replicate.com', 'replicate'), remoteIds: ['p100001'] },
  ],
  [
    'a dashboard’s list',
    '{"success":true,"data":{"page":1,"items":[{"id":7001,"task_id":"task_a1"},{"id":7002,"task_id":"task_a2"}]}}',
    { remoteIds: ['task_a1', 'task_a2'] },
  ],
  [
    'a fence in an answer of a chat',
    'Here is what the API said:\n\n```json\n{\n  "id": "task_1",\n  "status": "queued"\n}\n```\nNow poll it.',
    { remoteIds: ['task_1'] },
  ],
  [
    'the lines of a log',
    '2026-01-02 03:04:05 [INFO] created {"task_id":"task_a1","model":"x"}\n2026-01-02 03:04:06 [INFO] created {"task_id":"task_a2","model":"x"}',
    { remoteIds: ['task_a1', 'task_a2'] },
  ],
  [
    'what Python prints',
    "{'id': 'task_1', 'status': 'queued', 'progress': 0, 'error': None}",
    { remoteIds: ['task_1'] },
  ],
  [
    'OpenAI’s error',
    '{"error":{"message":"Incorrect API key provided","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}',
    { note: 'error-answer' },
  ],
  [
    'Kling’s error, whose request_id is no task',
    '{"code":1303,"message":"parallel task over resource pack limit","request_id":"r-100001"}',
    { note: 'error-answer' },
  ],
  [
    'MiniMax’s error under HTTP 200',
    '{"task_id":"","base_resp":{"status_code":1004,"status_msg":"login fail"}}',
    { note: 'error-answer' },
  ],
  [
    'new-api’s error',
    '{"code":"task_not_exist","message":"task_not_exist","data":null}',
    { note: 'error-answer' },
  ],
  [
    'the body of a request',
    '{"model":"sora-2","prompt":"a paper boat","seconds":"10"}',
    { note: 'create-request' },
  ],
];

const lists: readonly Case[] = [
  ['ids on lines with a heading', 'id\ntask_a1\ntask_a2\n', { remoteIds: ['task_a1', 'task_a2'] }],
  ['ids in a Markdown list', '- `task_a1`\n- `task_a2`', { remoteIds: ['task_a1', 'task_a2'] }],
  ['ids in Python’s brackets', "['task_a1', 'task_a2']", { remoteIds: ['task_a1', 'task_a2'] }],
  [
    'columns of a sheet with headings',
    'Prompt\tTask ID\tModel\na boat_1 at sea\ttask_a1\tsora-2\na lighthouse\ttask_a2\tsora-2',
    { remoteIds: ['task_a1', 'task_a2'] },
  ],
  [
    'columns of a sheet without headings',
    'a paper boat\ttask_a1\tveo-3\t2026-01-02\na lighthouse\ttask_a2\tveo-3\t2026-01-03\n',
    { remoteIds: ['task_a1', 'task_a2'] },
  ],
  [
    'a column of numbers under its heading',
    '任务ID\t状态\n800000000000000001\t处理中\n800000000000000002\t完成',
    { remoteIds: ['800000000000000001', '800000000000000002'] },
  ],
  [
    'CSV with quotes',
    '"task_id","status","cost"\n"task_a1","done","0.5"\n"task_a2","done","0.5"',
    { remoteIds: ['task_a1', 'task_a2'] },
  ],
  [
    'a Markdown table',
    '| id | status |\n| --- | --- |\n| task_a1 | done |\n| task_a2 | queued |',
    { remoteIds: ['task_a1', 'task_a2'] },
  ],
  [
    'a column of links',
    'boat\thttps://api.example.com/v1/videos/task_a1\nlight\thttps://api.example.com/v1/videos/task_a2/content',
    { ...atOne, remoteIds: ['task_a1', 'task_a2'] },
  ],
  [
    'Kling’s ids with their kind',
    'text2video/800000000000000001\nimage2video/800000000000000002',
    { remoteIds: ['text2video/800000000000000001', 'image2video/800000000000000002'] },
  ],
  [
    'an operation’s name',
    'models/veo-3/operations/abcdefgh',
    { remoteIds: ['models/veo-3/operations/abcdefgh'] },
  ],
  [
    'a Markdown link',
    `See [the task](https://api.example.com/v1/videos/${sora}).`,
    { ...atOne, remoteIds: [sora] },
  ],
  ['a key and nothing else', `Authorization: Bearer ${key}`, {}],
];

const all = [...commands, ...makers, ...requests, ...answers, ...lists];

describe.each([
  ['a command', commands],
  ['a maker’s address', makers],
  ['a request', requests],
  ['an answer', answers],
  ['a list', lists],
])('%s', (_kind, cases) => {
  it.each(cases)('%s', (_name, text, understood) => {
    expect(readReference(text, contextOf())).toEqual({ ...nothing, ...understood });
  });
});

describe('the key of a text', () => {
  it.each(all)('is there when it is told of: %s', (_name, text) => {
    const { keyFound, keyHint } = readReference(text, contextOf());
    if (keyFound) expect(keyInReference(text)?.slice(-4)).toBe(keyHint);
  });

  it.each(all)('is not in what is understood: %s', (_name, text) => {
    const found = keyInReference(text);
    if (found !== null) expect(JSON.stringify(readReference(text, contextOf()))).not.toContain(found);
  });
});
