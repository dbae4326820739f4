import type { Gateway } from './gateway.ts';
import type { Language } from './language/languages.ts';
import type { PicturesChoice } from './looking.ts';
import type { PushTargetEntry } from './push.ts';
import type { NotificationSettings, Quiet } from './quiet.ts';
import { failed, ok, type Result } from './result.ts';
import type { TaskSaves } from './saving.ts';
import type { CheckTrouble, Failure, Health, Phase, ResultLink } from './task.ts';
import type { Budget, Estimate, Promptness, SlowReason, WaitReason } from './timing.ts';
import type { VaultState } from './vault.ts';
import type { UpdateStatus } from './updates.ts';

/** One watched task as the tray, the window and the command line draw it. */
export interface TaskEntry extends TaskSaves {
  readonly id: string;
  readonly gatewayId: string;
  readonly gatewayName: string;
  readonly remoteId: string;
  readonly title: string;
  readonly model: string | null;
  readonly phase: Phase;
  readonly stage: string | null;
  readonly progress: number | null;
  readonly queuePosition: number | null;
  readonly health: Health;
  readonly trouble: CheckTrouble | null;
  readonly links: readonly ResultLink[];
  /** A success whose link has still to be fetched. */
  readonly linksPending: boolean;
  readonly failure: Failure | null;
  readonly addedAt: number;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
  readonly checkedAt: number | null;
  readonly nextCheckAt: number | null;
  /** Why it is then; null when nothing will be asked, or a check is under way. */
  readonly waitReason: WaitReason | null;
  /** Null for a task that has ended, and while nothing is known. */
  readonly estimate: Estimate | null;
  /** Since when no gateway has answered about it, once the user is asked whether to keep it; else null. */
  readonly silentSince: number | null;
  /** The user does not want to be told what becomes of it. */
  readonly muted: boolean;
  /** False from the moment a task ends until the user has looked at it. */
  readonly seen: boolean;
}

/** A gateway as it is drawn: health of the gateway as a whole and what it costs. */
export interface GatewayEntry extends Gateway {
  readonly trouble: CheckTrouble | null;
  /** Checks of this gateway wait until then (wall clock ms); null when nothing holds them back. */
  readonly waitingUntil: number | null;
  /** Why they wait; null when nothing holds them back. */
  readonly waitReason: WaitReason | null;
  readonly budget: Budget;
  readonly requestsLastMinute: number;
  /** Whether it has been sent a request since Taskbell started. */
  readonly asked: boolean;
}

export interface AppStatus {
  /** What Taskbell speaks. */
  readonly language: Language;
  readonly paused: boolean;
  /** When a pause ends by itself (wall clock ms); null when only the user ends it, or there is none. */
  readonly pausedUntil: number | null;
  readonly online: boolean;
  readonly nextCheckAt: number | null;
  readonly requestsLastMinute: number;
  readonly promptness: Promptness;
  /** Why checks are fewer than usual; null when they are not. */
  readonly slowedBy: SlowReason | null;
  readonly notifications: NotificationSettings;
  /** Null unless news is held back now. */
  readonly quiet: Quiet | null;
  /** Where the user is told when away from the desk. */
  readonly push: readonly PushTargetEntry[];
  /** False when no desktop panel shows the tray item. */
  readonly trayVisible: boolean;
  /** What would make a panel show it, as a sentence; null where that is not known. */
  readonly trayAdvice: string | null;
  /** False when no desktop service takes notifications. */
  readonly notificationsWork: boolean;
  /** What the store could not do, as a sentence; null when it is well. */
  readonly storeTrouble: string | null;
  /** What happened to the stored watchlist before this start, as a sentence; null when nothing did. */
  readonly storeNotice: string | null;
  /** Of which results small pictures are shown. */
  readonly pictures: PicturesChoice;
  readonly updates: UpdateStatus;
  /** Ended tasks that are kept but not listed. */
  readonly olderTasks: number;
  /** Where keys are kept, and whether they can be read. */
  readonly vault: VaultState;
}

export interface WatchlistView {
  readonly revision: number;
  readonly tasks: readonly TaskEntry[];
  readonly gateways: readonly GatewayEntry[];
  readonly status: AppStatus;
}

/** What changed between two revisions. */
export interface WatchlistPatch {
  readonly from: number;
  readonly to: number;
  readonly changedTasks: readonly TaskEntry[];
  readonly removedTasks: readonly string[];
  readonly changedGateways: readonly GatewayEntry[];
  readonly removedGateways: readonly string[];
  readonly status: AppStatus | null;
}

const merged = <Entry extends { readonly id: string }>(
  before: readonly Entry[],
  changed: readonly Entry[],
  removed: readonly string[],
): readonly Entry[] => {
  if (changed.length === 0 && removed.length === 0) return before;
  const byId = new Map(before.map((entry) => [entry.id, entry]));
  for (const entry of changed) byId.set(entry.id, entry);
  for (const id of removed) byId.delete(id);
  return [...byId.values()];
};

/** The view after a patch; a gap means that the reader must read the whole view again. */
export const applyPatch = (view: WatchlistView, patch: WatchlistPatch): Result<WatchlistView, 'gap'> => {
  if (patch.from !== view.revision) return failed('gap');
  return ok({
    revision: patch.to,
    tasks: merged(view.tasks, patch.changedTasks, patch.removedTasks),
    gateways: merged(view.gateways, patch.changedGateways, patch.removedGateways),
    status: patch.status ?? view.status,
  });
};
