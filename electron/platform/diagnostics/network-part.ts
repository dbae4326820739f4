import type { App } from '../../app.ts';
import { failed, ok } from '../../shared/result.ts';
import type { PartOfDesktop } from './part.ts';

/** The session that gateways are asked through. */
export interface ProxySession {
  /** In the words of a proxy script: `DIRECT`, or `PROXY host:port; DIRECT`. */
  resolveProxy(url: string): Promise<string>;
  /** Rejects when the name is not known. */
  resolveHost(host: string): Promise<unknown>;
}

export interface NetworkPartDependencies {
  readonly app: Pick<App, 'view'>;
  readonly isOnline: () => boolean;
  readonly session: ProxySession;
}

/** Addresses, of gateways as of proxies, are left out: what is said here gets copied and sent around. */
export const networkPart = ({ app, isOnline, session }: NetworkPartDependencies): PartOfDesktop => {
  const gateways = (): readonly { readonly name: string; readonly url: URL }[] =>
    app
      .view()
      .gateways.flatMap(({ name, baseUrl }) =>
        URL.canParse(baseUrl) ? [{ name, url: new URL(baseUrl) }] : [],
      );
  const isDirect = async (url: URL): Promise<boolean> =>
    /^\s*DIRECT\b/i.test(await session.resolveProxy(url.origin));
  const eachOf = async (say: (url: URL) => Promise<string>): Promise<string> => {
    const said = await Promise.all(gateways().map(async ({ name, url }) => `${name}: ${await say(url)}`));
    return said.length === 0 ? 'There is no gateway to look for.' : `${said.join('; ')}.`;
  };
  return {
    read: async () => {
      const network = isOnline() ? 'There is a network.' : 'There is no network.';
      if (gateways().length === 0) return network;
      const ways = await eachOf(async (url) =>
        (await isDirect(url)) ? 'direct' : 'through the system’s proxy',
      );
      return `${network} ${ways}`;
    },
    test: async () => {
      if (!isOnline()) return failed('There is no network.');
      const lost: string[] = [];
      const found = await eachOf(async (url) => {
        if (!(await isDirect(url))) return 'the proxy looks for it';
        const isFound = await session.resolveHost(url.hostname.replace(/^\[|\]$/g, '')).then(
          () => true,
          () => false,
        );
        if (!isFound) lost.push(url.hostname);
        return isFound ? 'host found' : 'host not found';
      });
      return lost.length === 0 ? ok(found) : failed(found);
    },
  };
};
