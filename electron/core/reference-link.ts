import type { Gateway } from '../shared/gateway.ts';
import type { Dialect } from './dialect.ts';

/** What the reading of a reference knows of the world. */
export interface ReferenceContext {
  readonly gateways: readonly Gateway[];
  /** Where several read the same link, the first is named. */
  readonly dialects: readonly Pick<Dialect, 'id' | 'taskOf' | 'recognises' | 'request'>[];
  /** The dialect that a maker speaks at its own host; null elsewhere. */
  readonly dialectAtHost: (baseUrl: string) => string | null;
}

/** What an address is about. */
export interface LinkedTask {
  /** Null for an address of an API that names no task. */
  readonly remoteId: string | null;
  readonly baseUrl: string;
  /** Null when nothing tells. */
  readonly dialect: string | null;
  /** The stored gateways with this address. */
  readonly gateways: readonly Gateway[];
}

export const isLink = (word: string): boolean => /^[a-z][a-z\d+.-]*:\/\//i.test(word);

const webUrl = (link: string): URL | null => {
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url : null;
};

/** The task of a link to its state or its content; null for any other link. */
export const taskOfLink = (link: string, context: ReferenceContext): LinkedTask | null => {
  const url = webUrl(link);
  if (url === null) return null;
  return storedTask(url, context) ?? newTask(url, context);
};

/** A gateway's own dialect knows best what its addresses mean. */
const storedTask = (url: URL, { gateways, dialects }: ReferenceContext): LinkedTask | null => {
  const found = gateways.flatMap((gateway) => {
    const dialect = dialects.find(({ id }) => id === gateway.dialect);
    const task = dialect?.taskOf(url) ?? null;
    if (dialect === undefined || task === null || !URL.canParse(gateway.baseUrl)) return [];
    // Base URLs are stored with more or less of the path, so what is asked is compared.
    const asked = (baseUrl: string): string => dialect.request({ ...task, baseUrl, key: '' }).url;
    const isAt = new URL(asked(gateway.baseUrl)).href === new URL(asked(task.baseUrl)).href;
    return isAt ? [{ ...task, gateway }] : [];
  });
  const [first] = found;
  if (first === undefined) return null;
  const { remoteId, gateway } = first;
  const same = found.filter((other) => other.remoteId === remoteId).map((other) => other.gateway);
  return { remoteId, baseUrl: gateway.baseUrl, dialect: gateway.dialect, gateways: same };
};

const newTask = (url: URL, { dialects, dialectAtHost }: ReferenceContext): LinkedTask | null => {
  const atHost = dialectAtHost(url.origin);
  const [best] = dialects
    .filter(({ id }) => atHost === null || id === atHost)
    .flatMap((dialect) => {
      const task = dialect.taskOf(url);
      return task === null ? [] : [{ ...task, dialect: dialect.id, gateways: [] }];
    })
    // The dialect whose path says most of the address: `/api/v1/videos/…` is not `/v1/videos/…` below `/api`.
    .sort((one, other) => one.baseUrl.length - other.baseUrl.length);
  return best ?? null;
};

/** The gateway that a request goes to which names no task, such as one that creates a task. */
export const addressOf = (link: string, context: ReferenceContext): LinkedTask | null => {
  const url = webUrl(link);
  if (url === null) return null;
  const stored = context.gateways.filter((gateway) => isBelow(url, gateway.baseUrl));
  const longest = Math.max(...stored.map(({ baseUrl }) => baseUrl.length));
  const [first, ...others] = stored.filter(({ baseUrl }) => baseUrl.length === longest);
  if (first !== undefined) {
    return { remoteId: null, baseUrl: first.baseUrl, dialect: first.dialect, gateways: [first, ...others] };
  }
  const created = taskBelow(url, context);
  const dialect = created?.dialect ?? context.dialectAtHost(url.origin);
  return { remoteId: null, baseUrl: created?.baseUrl ?? baseOf(url), dialect, gateways: [] };
};

/** Many APIs list and create tasks where they tell of one, without its id. */
const taskBelow = (url: URL, context: ReferenceContext): LinkedTask | null =>
  newTask(new URL(`${url.origin}${url.pathname.replace(/\/+$/, '')}/${anyId}`), context);

const anyId = '800000000000000001';

/** What is before the version of an API is the way to it. */
const baseOf = (url: URL): string => {
  const [, prefix = ''] =
    /^(.*?)\/(?:v\d\w*|api|ent|mj|suno|302|dream-machine)(?:\/|$)/i.exec(url.pathname) ?? [];
  return `${url.origin}${prefix}`;
};

const isBelow = (url: URL, baseUrl: string): boolean => {
  if (!URL.canParse(baseUrl)) return false;
  const base = new URL(baseUrl);
  const path = base.pathname.replace(/\/+$/, '');
  return base.origin === url.origin && `${url.pathname}/`.startsWith(`${path}/`);
};

/** The task that an answer to a create request is about, where its address needs more than the id. */
export const taskCreatedAt = (
  link: string,
  remoteId: string,
  context: ReferenceContext,
): LinkedTask | null =>
  webUrl(link) === null || !/^[\w.:-]+$/.test(remoteId)
    ? null
    : taskOfLink(link.replace(/[?#].*$/s, '').replace(/\/+$/, '') + `/${remoteId}`, context);
