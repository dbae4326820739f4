import { isFinalPhase } from '../shared/task.ts';
import { createDueHeap } from './due-heap.ts';
import type { Cancel, Clock, MakeId } from './ports.ts';
import type { Reminder, TaskStore } from './store-ports.ts';
import { lastHeardAt, linkWarningAt, silentFrom } from './reminder-times.ts';
import { StoreFailure } from './store-failure.ts';
import type { TaskState } from './task-entry.ts';

export interface RemindersDependencies {
  readonly clock: Clock;
  readonly makeId: MakeId;
  readonly store: Pick<TaskStore, 'announce' | 'reminders'>;
  readonly task: (taskId: string) => TaskState | null;
  readonly gatewayInTrouble: (gatewayId: string) => boolean;
  /** Its video is on its way to the disk, and nothing is known that may keep it from getting there. */
  readonly isBeingSaved: (taskId: string) => boolean;
  /** No gateway has answered about it since then, and the user has been asked whether to keep it. */
  readonly onSilent: (taskId: string, since: number) => void;
  readonly onAnnounced: () => void;
}

/** What no answer brings up: a link that is about to end, and a task that no gateway answers about. Each once. */
export interface Reminders {
  /** These tasks are new, or something of them has changed. */
  consider(taskIds: Iterable<string>): void;
  /** The user has taken the video: its link may end. */
  noteTaken(taskId: string): void;
  stop(): void;
}

/** No link lives longer; what was done about one before that is of no use any more. */
const longestLinkMs = 60 * 24 * 60 * 60_000;

/** These are wall clock times, and that may be set: they are looked at this often. */
const lookEveryMs = 60_000;

export const createReminders = (dependencies: RemindersDependencies): Reminders => {
  const { clock, makeId, store, task, gatewayInTrouble, onSilent, onAnnounced } = dependencies;
  const due = createDueHeap();
  const reminded = new Map<string, number>();
  let cancelTimer: Cancel | null = null;

  const keyOf = (taskId: string, kind: Reminder['kind']): string => `${kind}\n${taskId}`;
  const remindedAt = (taskId: string, kind: Reminder['kind']): number =>
    reminded.get(keyOf(taskId, kind)) ?? -Infinity;
  for (const { taskId, kind, at } of store.reminders(clock.now() - longestLinkMs))
    reminded.set(keyOf(taskId, kind), at);

  const isSettled = (state: TaskState): boolean => {
    const { id } = state.task;
    if (isFinal(state)) return remindedAt(id, 'taken') > 0 || remindedAt(id, 'link-expiring') > 0;
    return (
      isAsked(state) && (state.silentSince !== null || (state.keptAt ?? -Infinity) >= lastHeardAt(state))
    );
  };
  const isAsked = (state: TaskState): boolean =>
    remindedAt(state.task.id, 'unanswered') >= lastHeardAt(state);

  const nextAt = (state: TaskState): number | null => {
    if (isSettled(state)) return null;
    return isFinal(state)
      ? linkWarningAt(state, clock.now())
      : silentFrom(state, gatewayInTrouble(state.task.gatewayId));
  };

  const announce = (taskId: string, kind: 'link-expiring' | 'unanswered'): void => {
    const decidedAt = clock.now();
    store.announce({ id: makeId(), taskId, kind, decidedAt });
    reminded.set(keyOf(taskId, kind), decidedAt);
    onAnnounced();
  };

  const remind = (state: TaskState): void => {
    const { id } = state.task;
    if (isFinal(state)) return announce(id, 'link-expiring');
    // First, so that what is told of it can say since when.
    onSilent(id, lastHeardAt(state));
    if (!isAsked(state)) announce(id, 'unanswered');
  };

  const look = (): void => {
    cancelTimer = null;
    try {
      for (let first = due.first(); first !== null && first.dueAt <= clock.now(); first = due.first()) {
        const state = task(first.key);
        const at = state === null ? null : nextAt(state);
        if (state === null || at === null) due.delete(first.key);
        else if (at > clock.now()) due.set(first.key, at);
        else if (isFinal(state) && dependencies.isBeingSaved(first.key))
          // It is told only if nothing comes of that.
          due.set(first.key, clock.now() + lookEveryMs);
        else {
          remind(state);
          due.delete(first.key);
        }
      }
    } catch (error) {
      // What could not be written stays due.
      if (!(error instanceof StoreFailure)) throw error;
    }
    lookLater();
  };

  const lookLater = (): void => {
    if (due.size > 0) cancelTimer ??= clock.after(lookEveryMs, look);
  };

  return {
    consider: (taskIds) => {
      for (const taskId of taskIds) {
        const state = task(taskId);
        const at = state === null ? null : nextAt(state);
        if (at === null) due.delete(taskId);
        else due.set(taskId, at);
      }
      lookLater();
    },
    noteTaken: (taskId) => {
      reminded.set(keyOf(taskId, 'taken'), clock.now());
      due.delete(taskId);
    },
    stop: () => cancelTimer?.(),
  };
};

const isFinal = ({ report }: TaskState): boolean => report !== null && isFinalPhase[report.phase];
