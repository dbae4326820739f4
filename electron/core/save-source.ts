import { failed, ok, type Result } from '../shared/result.ts';
import type { SaveTrouble } from '../shared/saving.ts';
import { hasEnded, type ResultLink } from '../shared/task.ts';
import type { Clock } from './ports.ts';
import type { Credentials } from './credentials.ts';
import type { DialectNamed } from './dialect.ts';
import { resultLinkOf } from './saved-links.ts';
import type { FetchFreshLinks } from './fresh-links.ts';
import type { SaveSource } from './save-queue.ts';
import type { Watchlist } from './watchlist.ts';

export interface SaveSourceDependencies {
  readonly clock: Pick<Clock, 'now'>;
  readonly watchlist: Pick<Watchlist, 'task' | 'gateway'>;
  readonly credentials: Pick<Credentials, 'read'>;
  readonly dialectNamed: DialectNamed;
  readonly freshLinks: FetchFreshLinks;
}

/**
 * Says where a task's result is to be had, with the key where the link needs it. A link that has ended is asked for
 * anew. `wanted` chooses among the links of the report.
 */
export const createSaveSource =
  (
    { clock, watchlist, credentials, dialectNamed, freshLinks }: SaveSourceDependencies,
    wanted: (links: readonly ResultLink[]) => ResultLink | null = resultLinkOf,
  ) =>
  async (taskId: string): Promise<Result<SaveSource, SaveTrouble>> => {
    const state = watchlist.task(taskId);
    const gateway = state === null ? null : watchlist.gateway(state.task.gatewayId);
    const linkNow = (): ResultLink | null => wanted(watchlist.task(taskId)?.report?.links ?? []);
    const known = linkNow();
    const link =
      known !== null && hasEnded(known, clock.now()) && (await freshLinks(taskId)) ? linkNow() : known;
    if (state === null || gateway === null || link === null) return failed('no-link');
    if (hasEnded(link, clock.now())) return failed('link-ended');
    if (!link.needsKey) return ok({ link, gateway, keyHeaders: {} });
    const key = await credentials.read(gateway);
    if (!key.ok) return key;
    const asked = { baseUrl: gateway.baseUrl, remoteId: state.task.remoteId, key: key.value };
    const headers = dialectNamed(gateway.dialect)?.request(asked).headers;
    if (headers === undefined) return failed('no-link');
    // They ask for JSON too, which no file is.
    const keyHeaders = Object.fromEntries(
      Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'accept'),
    );
    return ok({ link, gateway, keyHeaders });
  };
