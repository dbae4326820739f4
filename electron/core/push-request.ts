import type { PushFields, PushService } from '../shared/push.ts';
import type { NoticeKind } from './announcement.ts';
import { pushTemplates, type Pattern, type Placeholder } from './push-templates.ts';
import type { Hmac, WebhookRequest } from './push-ports.ts';

/** What is to be said, whoever says it. */
export interface PushMessage {
  readonly title: string;
  readonly body: string;
  readonly kind: NoticeKind;
  readonly tasks: readonly PushedTask[];
}

/** A task as the plain JSON names it. */
export interface PushedTask {
  readonly id: string;
  readonly remoteId: string;
  readonly gateway: string;
  readonly title: string;
  readonly phase: string;
}

type Json = string | number | boolean | readonly Json[] | { readonly [name: string]: Json };

export interface PushRequestGround {
  readonly service: PushService;
  readonly fields: PushFields;
  readonly allowPlainHttp: boolean;
  readonly hmac: Hmac;
  /** Wall clock ms: signatures hold for an hour. */
  readonly now: number;
}

/** The request that tells one message to a target. The address is a URL by then. */
export const pushRequest = (message: PushMessage, ground: PushRequestGround): WebhookRequest => {
  const { service, fields, hmac, now, allowPlainHttp } = ground;
  const template = pushTemplates[service];
  const seconds = String(Math.floor(now / 1000));
  const body = withinBytes(message.body, template.longestBytes - 200);
  const title = withinBytes(message.title, 200);
  const text = body === '' ? title : `${title}\n${body}`;
  const values: Readonly<Record<Placeholder, () => Json>> = {
    title: () => title,
    body: () => (body === '' ? title : body),
    text: () => text,
    // Documented: these three are to be escaped in a message, and nothing else.
    slackText: () => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
    discordText: () => text.replaceAll(/[\\`*_~|>#[\]()-]/g, '\\$&'),
    // A tag such as <at user_id="all"> would call everyone; there is no escape for it.
    feishuText: () => text.replaceAll('<', '＜'),
    channel: () => fields.channel,
    // Telegram's chats are numbers, its public channels names.
    chat: () => (/^-?\d{1,15}$/.test(fields.channel) ? Number(fields.channel) : fields.channel),
    token: () => fields.token,
    kind: () => message.kind,
    tasks: () => message.tasks.map((task) => ({ ...task })),
    seconds: () => seconds,
    // Feishu signs nothing with a key that is made of the time and the secret.
    feishuSign: () => hmac(`${seconds}\n${fields.secret}`, ''),
  };
  const isSigned = fields.secret !== '';
  const signature = isSigned && template.signature !== null ? filled(template.signature, values) : {};
  const authorization = template.authorization(fields);
  const query =
    template.signsInQuery && isSigned
      ? `timestamp=${String(now)}&sign=${encodeURIComponent(hmac(fields.secret, `${String(now)}\n${fields.secret}`))}`
      : '';
  return {
    method: template.method,
    url: addressOf(fields.address, template.path(fields), query),
    headers: {
      'Content-Type': 'application/json',
      ...(authorization === null ? {} : { Authorization: authorization }),
    },
    body: JSON.stringify({ ...(signature as object), ...(filled(template.body, values) as object) }),
    allowPlainHttp,
  };
};

const filled = (pattern: Pattern, values: Readonly<Record<Placeholder, () => Json>>): Json => {
  if (typeof pattern !== 'object') return pattern;
  if ('put' in pattern) return values[pattern.put]();
  if ('items' in pattern) return pattern.items.map((item) => filled(item, values));
  return Object.fromEntries(
    Object.entries(pattern.entries).map(([name, value]) => [name, filled(value, values)]),
  );
};

const addressOf = (address: string, path: string, query: string): string => {
  const url = new URL(address);
  url.pathname = path === '' ? url.pathname : `${url.pathname.replace(/\/+$/, '')}${path}`;
  if (query !== '') url.search = url.search === '' ? query : `${url.search}&${query}`;
  return url.href;
};

/** The beginning of a text that takes no more bytes than this in UTF-8; cut texts end in an ellipsis. */
const withinBytes = (text: string, longest: number): string => {
  const whole = text.toWellFormed();
  let bytes = 0;
  let cut = '';
  for (const character of whole) {
    bytes += bytesOf(character);
    if (bytes > longest) return `${cut}…`;
    if (bytes <= longest - bytesOf('…')) cut += character;
  }
  return whole;
};

const bytesOf = (character: string): number => {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
};
