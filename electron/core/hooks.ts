import type { HookName, HookSettings } from '../shared/hooks.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { AnnouncementKind } from './announcement.ts';
import type { Command } from './command-ports.ts';

/** Which command an announcement is for; null when it is for none. */
export const hookOf: Readonly<Record<AnnouncementKind, HookName | null>> = {
  succeeded: 'success',
  failed: 'failure',
  cancelled: 'failure',
  lost: 'failure',
  'link-expiring': null,
  unanswered: null,
};

/** No system takes more than this for one variable. */
const longestValue = 32_000;

/**
 * What runs for a task; null when the user wants nothing to run. All that comes from a gateway is a value of the
 * environment, never a part of the command.
 */
export const commandFor = (
  name: HookName,
  { hooks }: HookSettings,
  task: TaskEntry,
  file: string | null,
): Command | null => {
  const { on, program, args } = hooks[name];
  if (!on) return null;
  const link = task.links.find(({ kind, needsKey }) => kind === 'video' && !needsKey);
  const known = {
    TASKBELL_TASK_ID: task.id,
    TASKBELL_REMOTE_ID: task.remoteId,
    TASKBELL_PHASE: task.phase,
    TASKBELL_TITLE: task.title,
    TASKBELL_GATEWAY: task.gatewayName,
    TASKBELL_MODEL: task.model ?? '',
    TASKBELL_LINK: link?.url ?? '',
    TASKBELL_FILE: file ?? '',
  };
  const environment = Object.fromEntries(
    Object.entries(known).map(([variable, value]) => [variable, valueOf(value)]),
  );
  return { program, args, environment };
};

/** A value with a null character cannot be handed over; half a link would be none. */
const valueOf = (value: string): string => (value.length > longestValue ? '' : value.replaceAll('\0', ''));
