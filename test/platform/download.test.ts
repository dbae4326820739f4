import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { createDownload } from '../../electron/platform/download.ts';
import type { ResultLink } from '../../electron/shared/task.ts';

/** Where each address leads; what is not here answers with a file. No public host can be asked in a test. */
const publicWeb = (
  redirects: Readonly<Record<string, string>>,
  addresses: Readonly<Record<string, string>> = {},
) => {
  const asked: { readonly url: string; readonly key: string | undefined }[] = [];
  const download = createDownload({
    open: ({ url, headers }) => {
      asked.push({ url, key: headers['Authorization'] });
      const location = redirects[url];
      const body = Readable.from([]);
      return Promise.resolve(
        location === undefined
          ? { status: 200, headers: {}, body }
          : { status: 302, headers: { location }, body },
      );
    },
    addressesOf: (hostname) => Promise.resolve([addresses[hostname] ?? '93.184.216.34']),
  });
  const fetched = async (link: Partial<ResultLink> = {}): Promise<string> => {
    const job = {
      link: { kind: 'video', url: start, needsKey: false, expiresAt: null, ...link },
      gateway: { baseUrl: 'https://api.example.com', allowPlainHttp: false },
      keyHeaders: { Authorization: 'Bearer sk-test-0123456789abcdef' },
    } as const;
    const answer = await download(job, {}, new AbortController().signal);
    return answer.ok ? 'answered' : answer.trouble;
  };
  return { asked, fetched };
};

const start = 'https://cdn.example.com/1.mp4';

describe('a link to a public host', () => {
  it.each([
    'https://127.0.0.1/1.mp4',
    'https://0x7f.1/1.mp4',
    'https://0177.0.0.1/1.mp4',
    'https://2130706433/1.mp4',
    'https://192.168.1.1/1.mp4',
    'https://[::1]/1.mp4',
    'https://[::ffff:127.0.0.1]/1.mp4',
    'https://[fd00::1]/1.mp4',
    'https://localhost/1.mp4',
    'http://cdn.example.com/1.mp4',
  ])('that redirects to %s is followed no further', async (inside) => {
    const { asked, fetched } = publicWeb({ [start]: inside });
    expect(await fetched()).toBe('unsafe-address');
    expect(asked.map(({ url }) => url)).toEqual([start]);
  });

  it.each(['127.0.0.1', '10.1.2.3', '::1', 'fd00::1', '::ffff:192.168.0.1'])(
    'is not asked when its name leads to %s, nor a name that it redirects to',
    async (address) => {
      const named = publicWeb({}, { 'cdn.example.com': address });
      expect(await named.fetched()).toBe('unsafe-address');
      expect(named.asked).toEqual([]);
      const led = publicWeb(
        { [start]: 'https://inside.example.net/1.mp4' },
        { 'inside.example.net': address },
      );
      expect(await led.fetched()).toBe('unsafe-address');
      expect(led.asked.map(({ url }) => url)).toEqual([start]);
    },
  );
});

describe('redirects', () => {
  const chainOf = (length: number): Readonly<Record<string, string>> =>
    Object.fromEntries(
      Array.from({ length }, (_none, at) => [
        at === 0 ? start : `https://cdn.example.com/hop-${String(at)}`,
        `https://cdn.example.com/hop-${String(at + 1)}`,
      ]),
    );

  it('are followed five times and not six', async () => {
    expect(await publicWeb(chainOf(5)).fetched()).toBe('answered');
    const longer = publicWeb(chainOf(6));
    expect(await longer.fetched()).toBe('redirects');
    expect(longer.asked).toHaveLength(6);
  });

  // A file that is handed out by content address, by a second call, or by a link that is on the gateway's own origin.
  it.each([
    '/v1/videos/1/content?variant=video',
    '/v1/files/retrieve?file_id=1',
    '/v1beta/files/1:download?alt=media',
  ])('take the key along on the gateway’s own origin and to no other host: %s', async (path) => {
    const own = `https://api.example.com${path}`;
    const moved = 'https://api.example.com/moved';
    const { asked, fetched } = publicWeb({ [own]: moved, [moved]: start });
    expect(await fetched({ url: own, needsKey: true })).toBe('answered');
    expect(asked.map(({ url, key }) => [url, key !== undefined])).toEqual([
      [own, true],
      [moved, true],
      [start, false],
    ]);
  });
});
