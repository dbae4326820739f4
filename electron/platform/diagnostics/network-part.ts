import type { App } from '../../app.ts';
import { words } from '../../shared/language/spoken.ts';
import { failed, ok } from '../../shared/result.ts';
import type { PartOfDesktop } from './part.ts';
import { sentences } from './sentences.ts';

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
  /** Made when it is first wanted. */
  readonly session: () => ProxySession;
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
    /^\s*DIRECT\b/i.test(await session().resolveProxy(url.origin));
  const eachOf = async (say: (url: URL) => Promise<string>): Promise<string> => {
    const said = await Promise.all(gateways().map(async ({ name, url }) => [name, await say(url)] as const));
    const { noGateway, each } = words().diagnostics.network;
    return said.length === 0 ? noGateway : each(said);
  };
  return {
    read: async () => {
      const { there, none, direct, throughProxy } = words().diagnostics.network;
      const network = isOnline() ? there : none;
      if (gateways().length === 0) return network;
      const ways = await eachOf(async (url) => ((await isDirect(url)) ? direct : throughProxy));
      return sentences(network, ways);
    },
    test: async () => {
      const { none, proxyLooks, found, notFound } = words().diagnostics.network;
      if (!isOnline()) return failed(none);
      const lost: string[] = [];
      const said = await eachOf(async (url) => {
        if (!(await isDirect(url))) return proxyLooks;
        const isFound = await session()
          .resolveHost(url.hostname.replace(/^\[|\]$/g, ''))
          .then(
            () => true,
            () => false,
          );
        if (!isFound) lost.push(url.hostname);
        return isFound ? found : notFound;
      });
      return lost.length === 0 ? ok(said) : failed(said);
    },
  };
};
