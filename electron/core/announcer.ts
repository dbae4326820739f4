import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { Announcement, AnnouncementKind, Notice } from './announcement.ts';
import { createBurst } from './burst.ts';
import { digestOf, mostSingleNotices, noticeOf, type DigestReason, type Told } from './digest.ts';
import type { Cancel, Clock, Notifier, WindowHost } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import type { Verdict } from './quiet.ts';
import { StoreFailure } from './store-failure.ts';
import { createToldIds } from './told-ids.ts';

export interface AnnouncerDependencies {
  readonly clock: Clock;
  readonly store: Pick<TaskStore, 'untold' | 'markTold'>;
  readonly notifier: Pick<Notifier, 'show'>;
  readonly windowHost: Pick<WindowHost, 'say'>;
  readonly entry: (taskId: string) => TaskEntry | null;
  readonly verdictOf: (kind: AnnouncementKind, taskId: string) => Verdict;
  readonly isSilent: () => boolean;
  readonly onNotifierState: (works: boolean) => void;
}

/** Shows what the ledger holds and marks it shown; what the desktop did not take stays and is tried again. */
export interface Announcer {
  /** Shows everything that is decided and not yet shown, as far as it is not quiet. */
  tell(): void;
  /** Tells something that need not be told: nobody is told of it later. */
  pass(notice: Notice): void;
  /** Holds back until the returned function is called, and then tells what came meanwhile in one notice. */
  gather(): Cancel;
  stop(): void;
}

const retryAfterMs = 60_000;

export const createAnnouncer = (dependencies: AnnouncerDependencies): Announcer => {
  const { clock, store, notifier, windowHost, verdictOf } = dependencies;
  const toldInThisLife = createToldIds();
  let telling = false;
  let again = false;
  let gatherings = 0;
  /** Why what is told next belongs together; null when it does so only if there is much of it. */
  let together: Exclude<DigestReason, 'burst'> | null = null;
  let holds = false;
  let stopped = false;
  const isStopped = (): boolean => stopped;
  let cancelLater: Cancel = () => undefined;

  const withTask = (announcement: Announcement): readonly Told[] => {
    const task = dependencies.entry(announcement.taskId);
    return task === null ? [] : [{ announcement, task }];
  };
  const burst = createBurst(clock, ({ announcement }) => withTask(announcement)[0] ?? null);

  const tellAll = async (): Promise<void> => {
    const untold = store.untold();
    mark(untold.filter(({ id }) => toldInThisLife.has(id)));
    toldInThisLife.keepOnly(
      [...untold, ...burst.recent().map(({ announcement }) => announcement)].map(({ id }) => id),
    );
    const news = untold.filter(({ id }) => !toldInThisLife.has(id)).flatMap(withTask);
    const verdict = ({ announcement: { kind, taskId } }: Told): Verdict => verdictOf(kind, taskId);
    const sorted = news.map((told) => ({ told, verdict: verdict(told) }));
    const those = (wanted: Verdict): readonly Told[] =>
      sorted.filter((one) => one.verdict === wanted).map(({ told }) => told);
    mark(those('never').map(({ announcement }) => announcement));
    const held = those('hold').length > 0;
    if (holds && !held) together ??= 'quiet';
    holds = held;
    const toTell = those('tell');
    if (toTell.length === 0) together = null;
    else if (together === null) await tellNow(toTell);
    else if (await show(toTell, { since: together })) together = null;
  };

  /** What has just been told joins in when there is too much of it for notices of their own. */
  const tellNow = async (toTell: readonly Told[]): Promise<void> => {
    const recent = burst.recent();
    if (recent.length + toTell.length > mostSingleNotices) {
      const restMs = burst.restMs();
      if (restMs > 0) {
        tellAfter(restMs);
        return;
      }
      await show([...recent, ...toTell], { since: 'burst', replaces: burst.keys() });
      return;
    }
    for (const one of toTell) await show([one], {});
  };

  const mark = (announcements: readonly Announcement[]): void => {
    if (announcements.length === 0) return;
    for (const { id } of announcements) toldInThisLife.add(id);
    try {
      store.markTold(
        announcements.map(({ id }) => id),
        clock.now(),
      );
    } catch (error) {
      if (!(error instanceof StoreFailure)) throw error;
      tellAfter(retryAfterMs);
    }
  };

  const tellAfter = (delayMs: number): void => {
    cancelLater();
    cancelLater = clock.after(delayMs, tell);
  };

  /** True when it has been told. */
  const show = async (
    told: readonly Told[],
    {
      since = 'burst',
      replaces = [],
    }: { readonly since?: DigestReason; readonly replaces?: readonly string[] },
  ): Promise<boolean> => {
    const [first, ...others] = told;
    if (first === undefined || isStopped()) return true;
    const notice = others.length === 0 ? noticeOf(first, clock.now()) : digestOf(told, { since });
    const isChange = replaces.includes(notice.key ?? '');
    const takenBy = await hand({
      ...notice,
      replaces: replaces.filter((key) => key !== notice.key),
      silent: isChange || dependencies.isSilent(),
    });
    // The store is closed by then.
    if (isStopped()) return true;
    if (takenBy === null) {
      tellAfter(retryAfterMs);
      return false;
    }
    if (takenBy === 'desktop' && others.length === 0) burst.noteSingle(first);
    else if (takenBy === 'desktop' && since === 'burst') burst.noteDigest(notice.key ?? '', told);
    mark(told.map(({ announcement }) => announcement).filter(({ id }) => !toldInThisLife.has(id)));
    return true;
  };

  /** The window says it to who is looking at it, and the desktop to everyone else. */
  const hand = async (notice: Notice): Promise<'window' | 'desktop' | null> => {
    const { title, body, route } = notice;
    const [line = ''] = body.split('\n');
    const isTask = route.to === 'task';
    const text = isTask ? `${title}: ${line}` : title;
    if (await windowHost.say({ text, taskId: isTask ? route.taskId : null })) return 'window';
    if (isStopped()) return null;
    const shown = await notifier.show(notice);
    if (!isStopped()) dependencies.onNotifierState(shown.ok);
    return shown.ok ? 'desktop' : null;
  };

  const tell = (): void => {
    if (stopped || gatherings > 0) return;
    if (telling) {
      again = true;
      return;
    }
    telling = true;
    void tellAll()
      .catch((error: unknown) => {
        if (!(error instanceof StoreFailure)) throw error;
        tellAfter(retryAfterMs);
      })
      .finally(() => {
        telling = false;
        if (!again) return;
        again = false;
        tell();
      });
  };

  return {
    tell,
    pass: (notice) => {
      if (!stopped) void hand(notice);
    },
    gather: () => {
      let gathers = true;
      gatherings += 1;
      return () => {
        if (!gathers) return;
        gathers = false;
        gatherings -= 1;
        together = 'meanwhile';
        tell();
      };
    },
    stop: () => {
      stopped = true;
      cancelLater();
    },
  };
};
