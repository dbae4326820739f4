import type { PushFields, PushService } from '../shared/push.ts';

/** A hole in a template and the type of what goes into it. */
export type Placeholder =
  | 'title'
  | 'body'
  | 'text'
  | 'slackText'
  | 'discordText'
  | 'feishuText'
  | 'channel'
  | 'chat'
  | 'token'
  | 'kind'
  | 'tasks'
  | 'seconds'
  | 'feishuSign';

/** JSON with holes. A hole is filled with a value and never with a piece of text, so nothing has to be escaped. */
export type Pattern =
  | string
  | number
  | boolean
  | { readonly put: Placeholder }
  | { readonly entries: Readonly<Record<string, Pattern>> }
  | { readonly items: readonly Pattern[] };

/** One webhook: what is sent where. Everything comes after the address that the user entered. */
export interface PushTemplate {
  readonly method: 'POST';
  /** What the path of the address is followed by. */
  readonly path: (fields: PushFields) => string;
  /** The value of `Authorization`; null for none. */
  readonly authorization: (fields: PushFields) => string | null;
  /** DingTalk signs in the query. */
  readonly signsInQuery: boolean;
  readonly body: Pattern;
  /** What stands before the body when there is a secret: Feishu signs there. */
  readonly signature: Pattern | null;
  /** How long a message may be (UTF-8 bytes). */
  readonly longestBytes: number;
}

const put = (name: Placeholder): Pattern => ({ put: name });
const entries = (of: Readonly<Record<string, Pattern>>): Pattern => ({ entries: of });

const plain = {
  method: 'POST',
  path: () => '',
  authorization: () => null,
  signsInQuery: false,
  signature: null,
  longestBytes: 2000,
} as const satisfies Partial<PushTemplate>;

const robotText = entries({ msgtype: 'text', text: entries({ content: put('text') }) });

/** Documented requests; docs/guide/push.md names each service's own page. */
export const pushTemplates: Readonly<Record<PushService, PushTemplate>> = {
  ntfy: {
    ...plain,
    path: () => '/',
    authorization: ({ token }) => (token === '' ? null : `Bearer ${token}`),
    body: entries({ topic: put('channel'), title: put('title'), message: put('body') }),
  },
  bark: {
    ...plain,
    path: () => '/push',
    body: entries({ device_key: put('token'), title: put('title'), body: put('body'), group: 'Taskbell' }),
  },
  telegram: {
    ...plain,
    // A colon in a path needs no escape, and Telegram documents it as it is.
    path: ({ token }) => `/bot${encodeURIComponent(token).replaceAll('%3A', ':')}/sendMessage`,
    body: entries({ chat_id: put('chat'), text: put('text') }),
  },
  wecom: { ...plain, body: robotText },
  dingtalk: { ...plain, signsInQuery: true, body: robotText },
  feishu: {
    ...plain,
    signature: entries({ timestamp: put('seconds'), sign: put('feishuSign') }),
    body: entries({ msg_type: 'text', content: entries({ text: put('feishuText') }) }),
  },
  discord: {
    ...plain,
    // A message has 2,000 characters, and each may be escaped.
    longestBytes: 950,
    body: entries({ content: put('discordText'), allowed_mentions: entries({ parse: { items: [] } }) }),
  },
  slack: { ...plain, body: entries({ text: put('slackText') }) },
  json: {
    ...plain,
    authorization: ({ token }) => (token === '' ? null : token),
    body: entries({
      source: 'taskbell',
      kind: put('kind'),
      title: put('title'),
      body: put('body'),
      tasks: put('tasks'),
    }),
  },
};
