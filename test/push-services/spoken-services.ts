import { strict as assert } from 'node:assert';
import type { PushFields, PushService } from '../../electron/shared/push.ts';
import { hmacOf, type HeardRequest, type ServiceReply } from './push-services.ts';

/** What was understood of a request: the text that people see, or why it was not taken. */
export type Told = { readonly text: string } | { readonly refused: ServiceReply };

interface SpokenService {
  readonly fields: (base: string, wrong: boolean) => PushFields;
  /** Throws when the request is not as documented. */
  readonly hear: (request: HeardRequest) => Told;
  readonly fine: ServiceReply;
  readonly limited: ServiceReply;
}

const json = (body: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): ServiceReply => ({
  status,
  headers: { 'Content-Type': 'application/json', ...headers },
  body: JSON.stringify(body),
});

const fields = (given: Partial<PushFields>): PushFields => ({
  address: '',
  channel: '',
  token: '',
  secret: '',
  ...given,
});

const hourMs = 3_600_000;
const isFresh = (ms: number): boolean => Math.abs(Date.now() - ms) < hourMs;

/** Invented, of the length of real ones. */
export const tokens = {
  ntfy: 'tk_taskbellntfytoken0123456789abcd',
  bark: 'TaskbellBarkKey0123456',
  telegram: '1234567890:TaskbellTelegramToken_0123-456789ab',
  wecom: '0a1b2c3d-taskbell-wecom-key-4e5f6a7b8c9d',
  dingtalk: 'taskbelldingtalkaccesstoken0123456789abcdef0123456789abcdef012345',
  dingtalkSecret: 'SECtaskbelldingtalksecret0123456789abcdef0123456789abcdef01234567',
  feishu: 'taskbell-feishu-hook-0123-456789abcdef',
  feishuSecret: 'TaskbellFeishuSecret01',
  discord: 'TaskbellDiscordToken_0123456789-abcdefghijklmnopqrstuvwxyz0123456789',
  slack: 'TaskbellSlackHook0123456789',
  json: 'Bearer taskbell-json-token-0123456789',
} as const;

const robotText = (body: HeardRequest['body']): string => {
  assert.equal(body['msgtype'], 'text');
  const { content } = body['text'] as { content: string };
  assert.ok(Buffer.byteLength(content) <= 2048, 'longer than a robot takes');
  return content;
};

/** The requests and answers that the services document. */
export const spokenServices: Readonly<Record<PushService, SpokenService>> = {
  // https://docs.ntfy.sh/publish/#publish-as-json
  ntfy: {
    fields: (address, wrong) =>
      fields({ address, channel: 'boats_4711', token: wrong ? 'tk_wrong0123456789' : tokens.ntfy }),
    hear: ({ url, headers, body }) => {
      assert.equal(url.pathname, '/');
      if (headers.authorization !== `Bearer ${tokens.ntfy}`)
        return {
          refused: json(
            {
              code: 40101,
              http: 401,
              error: 'unauthorized',
              link: 'https://ntfy.sh/docs/publish/#authentication',
            },
            401,
          ),
        };
      assert.deepEqual(Object.keys(body), ['topic', 'title', 'message']);
      assert.equal(body['topic'], 'boats_4711');
      return { text: `${String(body['title'])}\n${String(body['message'])}` };
    },
    fine: json({ id: 'hwQ2YpKdmg', time: 1_700_000_000, event: 'message', topic: 'boats_4711' }),
    limited: json({ code: 42901, http: 429, error: 'limit reached: too many requests' }, 429),
  },
  // https://bark.day.app/#/tutorial
  bark: {
    fields: (address, wrong) => fields({ address, token: wrong ? 'WrongBarkKey0123456789' : tokens.bark }),
    hear: ({ url, body }) => {
      assert.equal(url.pathname, '/push');
      const key = String(body['device_key']);
      if (key !== tokens.bark)
        return {
          refused: json(
            {
              code: 400,
              message: `failed to get device token: failed to get [${key}] device token from database`,
            },
            400,
          ),
        };
      return { text: `${String(body['title'])}\n${String(body['body'])}` };
    },
    fine: json({ code: 200, message: 'success', timestamp: 1_700_000_000 }),
    limited: json({ code: 429, message: 'too many requests' }, 429, { 'Retry-After': '30' }),
  },
  // https://core.telegram.org/bots/api#sendmessage
  telegram: {
    fields: (address, wrong) =>
      fields({
        address,
        token: wrong ? '1234567890:WrongTelegramToken_0123-456789ab' : tokens.telegram,
        channel: '-1001234567890',
      }),
    hear: ({ url, body }) => {
      const [, token] = /^\/bot(.+)\/sendMessage$/.exec(url.pathname) ?? [];
      assert.ok(token !== undefined, url.pathname);
      if (token !== tokens.telegram)
        return { refused: json({ ok: false, error_code: 401, description: 'Unauthorized' }, 401) };
      assert.equal(body['chat_id'], -1001234567890);
      assert.equal(body['parse_mode'], undefined);
      return { text: String(body['text']) };
    },
    fine: json({ ok: true, result: { message_id: 7, date: 1_700_000_000 } }),
    limited: json(
      {
        ok: false,
        error_code: 429,
        description: 'Too Many Requests: retry after 8',
        parameters: { retry_after: 8 },
      },
      429,
    ),
  },
  // https://developer.work.weixin.qq.com/document/path/91770
  wecom: {
    fields: (base, wrong) =>
      fields({
        address: `${base}/cgi-bin/webhook/send?key=${wrong ? 'wrong-wecom-key-0123456789' : tokens.wecom}`,
      }),
    hear: ({ url, body }) => {
      assert.equal(url.pathname, '/cgi-bin/webhook/send');
      if (url.searchParams.get('key') !== tokens.wecom)
        return { refused: json({ errcode: 93000, errmsg: 'invalid webhook url, hint: [1700000000]' }) };
      return { text: robotText(body) };
    },
    fine: json({ errcode: 0, errmsg: 'ok' }),
    limited: json({ errcode: 45009, errmsg: 'api freq out of limit' }),
  },
  // https://open.dingtalk.com/document/robots/custom-robot-access
  dingtalk: {
    fields: (base, wrong) =>
      fields({
        address: `${base}/robot/send?access_token=${tokens.dingtalk}`,
        secret: wrong ? 'SECwrongsecret0123456789' : tokens.dingtalkSecret,
      }),
    hear: ({ url, body }) => {
      assert.equal(url.pathname, '/robot/send');
      assert.equal(url.searchParams.get('access_token'), tokens.dingtalk);
      const timestamp = url.searchParams.get('timestamp') ?? '';
      assert.match(timestamp, /^\d{13}$/);
      assert.ok(isFresh(Number(timestamp)));
      const sign = hmacOf(tokens.dingtalkSecret, `${timestamp}\n${tokens.dingtalkSecret}`);
      if (url.searchParams.get('sign') !== sign)
        return { refused: json({ errcode: 310000, errmsg: 'sign not match' }) };
      return { text: robotText(body) };
    },
    fine: json({ errcode: 0, errmsg: 'ok' }),
    limited: json({ errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' }),
  },
  // https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
  feishu: {
    fields: (base, wrong) =>
      fields({
        address: `${base}/open-apis/bot/v2/hook/${tokens.feishu}`,
        secret: wrong ? 'WrongFeishuSecret0123' : tokens.feishuSecret,
      }),
    hear: ({ url, body }) => {
      assert.equal(url.pathname, `/open-apis/bot/v2/hook/${tokens.feishu}`);
      const timestamp = String(body['timestamp']);
      assert.match(timestamp, /^\d{10}$/);
      assert.ok(isFresh(Number(timestamp) * 1000));
      if (body['sign'] !== hmacOf(`${timestamp}\n${tokens.feishuSecret}`, ''))
        return {
          refused: json({
            code: 19021,
            msg: 'sign match fail or timestamp is not within one hour from current time',
          }),
        };
      assert.equal(body['msg_type'], 'text');
      return { text: (body['content'] as { text: string }).text };
    },
    fine: json({ StatusCode: 0, StatusMessage: 'success', code: 0, data: {}, msg: 'success' }),
    limited: json({ code: 11232, msg: 'frequency limited psm[lark.oapi.app_platform_runtime]appID[1500]' }),
  },
  // https://discord.com/developers/docs/resources/webhook#execute-webhook
  discord: {
    fields: (base, wrong) =>
      fields({
        address: `${base}/api/webhooks/112233445566778899/${wrong ? 'WrongDiscordToken0123456789' : tokens.discord}`,
      }),
    hear: ({ url, body }) => {
      if (url.pathname !== `/api/webhooks/112233445566778899/${tokens.discord}`)
        return { refused: json({ message: 'Invalid Webhook Token', code: 50027 }, 401) };
      assert.deepEqual(body['allowed_mentions'], { parse: [] });
      const content = String(body['content']);
      assert.ok(content.length <= 2000, 'longer than a message');
      return { text: content.replaceAll(/\\([^\w\s])|\\(_)/g, '$1$2') };
    },
    fine: { status: 204, body: '' },
    limited: json({ message: 'You are being rate limited.', retry_after: 6.25, global: false }, 429, {
      'Retry-After': '7',
    }),
  },
  // https://docs.slack.dev/messaging/sending-messages-using-incoming-webhooks
  slack: {
    fields: (base, wrong) =>
      fields({
        address: `${base}/services/T00000000/B00000000/${wrong ? 'WrongSlackHook0123456789' : tokens.slack}`,
      }),
    hear: ({ url, body }) => {
      if (url.pathname !== `/services/T00000000/B00000000/${tokens.slack}`)
        return { refused: { status: 403, body: 'invalid_token' } };
      const text = String(body['text']);
      assert.doesNotMatch(text, /[<>]|&(?!amp;|lt;|gt;)/);
      return { text: text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&') };
    },
    fine: { status: 200, body: 'ok' },
    limited: { status: 429, headers: { 'Retry-After': '11' }, body: 'rate_limited' },
  },
  json: {
    fields: (base, wrong) =>
      fields({ address: `${base}/hook?room=1`, token: wrong ? 'Bearer wrong-json-token' : tokens.json }),
    hear: ({ url, headers, body }) => {
      assert.equal(`${url.pathname}${url.search}`, '/hook?room=1');
      if (headers.authorization !== tokens.json) return { refused: { status: 401, body: 'who are you' } };
      assert.deepEqual(Object.keys(body), ['source', 'kind', 'title', 'body', 'tasks']);
      assert.ok(Array.isArray(body['tasks']));
      return { text: `${String(body['title'])}\n${String(body['body'])}` };
    },
    fine: { status: 202, body: '' },
    limited: { status: 429, headers: { 'Retry-After': '5' }, body: 'slow down' },
  },
};
