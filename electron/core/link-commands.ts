import { demoId } from '../shared/demo.ts';
import type { CopiedLinks, CopyTrouble, OpenTrouble } from '../shared/result-links.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { hasEnded, type ResultLink } from '../shared/task.ts';
import type { DemoHost } from './demo.ts';
import type { FetchFreshLinks } from './fresh-links.ts';
import type { Clipboard, Clock, LinkOpener } from './ports.ts';
import type { Watchlist } from './watchlist.ts';

export interface LinkCommandsDependencies {
  readonly clock: Pick<Clock, 'now'>;
  readonly watchlist: Pick<Watchlist, 'task'>;
  readonly freshLinks: FetchFreshLinks;
  readonly clipboard: Pick<Clipboard, 'write'>;
  readonly linkOpener: LinkOpener;
  readonly openDemoVideo: DemoHost['openVideo'];
  /** The link has been handed over. */
  readonly noteTaken: (taskId: string) => void;
}

/** What a user does with the links to videos. One that has ended is asked for anew first, once each time. */
export interface LinkCommands {
  /** A link that has not ended is opened before this returns. */
  openVideo(taskId: string): Promise<Result<null, OpenTrouble>>;
  copyLink(taskId: string): Promise<Result<null, CopyTrouble>>;
  /** Puts the links that have not ended on the clipboard, a line each. */
  copyLinks(taskIds: readonly string[]): Promise<CopiedLinks>;
}

/** With more, whoever waits for the clipboard has gone on long before a gateway has answered for all of them. */
const mostAskedAtOnce = 10;

export const createLinkCommands = (dependencies: LinkCommandsDependencies): LinkCommands => {
  const { clock, watchlist, freshLinks, clipboard, linkOpener, noteTaken } = dependencies;

  const known = (taskId: string): ResultLink | null =>
    watchlist.task(taskId)?.report?.links.find((link) => link.kind === 'video') ?? null;
  const live = (taskId: string): Result<ResultLink, CopyTrouble> => {
    const link = known(taskId);
    if (link === null) return failed('no-link');
    return hasEnded(link, clock.now()) ? failed('link-ended') : ok(link);
  };
  const renewed = async (taskId: string): Promise<Result<ResultLink, CopyTrouble>> => {
    await freshLinks(taskId);
    return live(taskId);
  };
  const needsAsking = (link: Result<ResultLink, CopyTrouble>): boolean =>
    !link.ok && link.trouble === 'link-ended';

  return {
    openVideo: async (taskId) => {
      // No wait where none is needed: a desktop takes it for what the user has just clicked for a moment only.
      const first = live(taskId);
      const link = needsAsking(first) ? await renewed(taskId) : first;
      if (!link.ok) return link;
      const { url, needsKey } = link.value;
      if (watchlist.task(taskId)?.task.gatewayId === demoId)
        return (await dependencies.openDemoVideo()) ? ok(null) : failed('no-program');
      if (needsKey) return failed('needs-key');
      if (new URL(url).protocol !== 'https:') return failed('not-https');
      linkOpener.open(url);
      noteTaken(taskId);
      return ok(null);
    },
    copyLink: async (taskId) => {
      const first = live(taskId);
      const link = needsAsking(first) ? await renewed(taskId) : first;
      if (!link.ok) return link;
      await clipboard.write(link.value.url);
      noteTaken(taskId);
      return ok(null);
    },
    copyLinks: async (taskIds) => {
      const ended = taskIds.filter((taskId) => needsAsking(live(taskId)));
      await Promise.all(ended.slice(0, mostAskedAtOnce).map((taskId) => freshLinks(taskId)));
      const links = taskIds.map((taskId) => ({ taskId, link: live(taskId) }));
      const linked = links.flatMap(({ taskId, link }) => (link.ok ? [{ taskId, url: link.value.url }] : []));
      if (linked.length > 0) await clipboard.write(linked.map(({ url }) => url).join('\n'));
      for (const { taskId } of linked) noteTaken(taskId);
      return { copied: linked.length, ended: links.filter(({ link }) => needsAsking(link)).length };
    },
  };
};
