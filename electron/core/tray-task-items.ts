import { coarseStandText } from '../shared/estimate-text.ts';
import { heldTask } from '../shared/held-task.ts';
import { words } from '../shared/language/spoken.ts';
import { opensOutside } from '../shared/looking.ts';
import { failureSentence } from '../shared/messages.ts';
import { standstillOf } from '../shared/next-check-text.ts';
import { savedShare } from '../shared/saving.ts';
import { saveText, saveTroubleText } from '../shared/saving-text.ts';
import type { TaskEntry, WatchlistView } from '../shared/watchlist-view.ts';
import { cutToWidth, displayWidth } from './display-width.ts';
import { isolated } from './isolated.ts';
import { oneLine } from './one-line.ts';
import type { TrayAction, TrayItem } from './tray-view.ts';

/** Columns that a task's line fills at most; CJK counts double. */
export const menuColumns = 48;

/** The lines of a failure's reason may be wider: they stand in a menu of their own. */
export const reasonColumns = 72;

/** Every redraw of a menu can close it under the user's pointer, so a small step of progress must not cause one. */
const percentSteps = 20;

/** Trouble takes the place of an estimate, which would run out unseen while nothing is asked. */
export const unfinishedItem = (
  given: TaskEntry,
  { gateways, status }: WatchlistView,
  nowMs: number,
): TrayItem => {
  const task = heldTask(given, gateways.find(({ id }) => id === given.gatewayId) ?? null);
  const stand = standOf(task);
  const open: TrayAction = { do: 'open-task', taskId: task.id };
  if (task.trouble !== null)
    return {
      kind: 'action',
      text: lineOf(task, stand, ` · ${words().tasks.troubles[task.trouble]}`),
      action: open,
    };
  const outlook = standstillOf(status) === null ? coarseStandText(task, stand, nowMs) : stand;
  return { kind: 'action', text: lineOf(task, outlook, ''), action: open };
};

const standOf = ({ phase, progress }: TaskEntry): string =>
  phase === 'running' && progress !== null
    ? `${String((Math.floor(progress * percentSteps) * 100) / percentSteps)}%`
    : words().tasks.phases[phase];

/** An ended task opens into what can be done with it. */
export const endedItem = (task: TaskEntry): TrayItem => ({
  kind: 'submenu',
  text: lineOf(task, standOfEnded(task), ''),
  items: [
    ...(task.phase === 'succeeded' ? itemsOfVideo(task) : itemsOfFailure(task)),
    choice(words().tray.details, { do: 'open-task', taskId: task.id }),
    choice(words().tray.dismiss, { do: 'dismiss', taskId: task.id }),
  ],
});

const choice = (text: string, action: TrayAction): TrayItem => ({ kind: 'action', text, action });

const itemsOfVideo = (task: TaskEntry): readonly TrayItem[] => {
  if (task.save?.state === 'saved')
    return [
      choice(words().tray.openVideo, { do: 'open-video', taskId: task.id }),
      choice(words().saving.showInFolder, { do: 'show-in-folder', taskId: task.id }),
    ];
  const link = task.links.find(({ kind }) => kind === 'video');
  if (link === undefined) return task.linksPending ? [{ kind: 'note', text: words().tray.linkPending }] : [];
  return [
    ...(opensOutside(task) ? [choice(words().tray.openVideo, { do: 'open-video', taskId: task.id })] : []),
    choice(words().tray.copyLink, { do: 'copy-link', taskId: task.id }),
    ...itemsOfSave(task),
  ];
};

const itemsOfSave = ({ id, save }: TaskEntry): readonly TrayItem[] => {
  if (save === null) return [choice(words().saving.save, { do: 'save', taskId: id })];
  const stop = choice(words().saving.stop, { do: 'stop-saving', taskId: id });
  if (save.state === 'saving') return [stop];
  const why = oneLine(saveTroubleText(save));
  const note: TrayItem = { kind: 'note', text: cutToWidth(why, reasonColumns) };
  return [
    ...(why === '' ? [] : [note]),
    choice(words().saving.saveAgain, { do: 'save', taskId: id }),
    ...(save.state === 'waiting' ? [stop] : []),
  ];
};

/** Progress in large steps, as that of a task. */
const standOfEnded = ({ phase, save }: TaskEntry): string => {
  if (save === null || save.state === 'saved' || phase !== 'succeeded') return words().tasks.phases[phase];
  const share = savedShare(save);
  const steps = share === null ? null : Math.floor(share * percentSteps) / percentSteps;
  const shown = steps === null ? save : { ...save, bytes: steps, totalBytes: 1 };
  return words().saving.phaseAnd(words().tasks.phases[phase], saveText(shown));
};

const itemsOfFailure = (task: TaskEntry): readonly TrayItem[] => {
  const reason = reasonOf(task);
  return [
    ...(reason === '' ? [] : [{ kind: 'note', text: reason } as const]),
    ...(task.phase === 'cancelled'
      ? []
      : [choice(words().tray.checkAgain, { do: 'check', taskId: task.id })]),
  ];
};

const reasonOf = ({ phase, failure }: TaskEntry): string => {
  if (failure !== null) return isolated(cutToWidth(oneLine(failureSentence(failure)), reasonColumns));
  return phase === 'lost' ? words().tray.unknownToGateway : '';
};

/** The title gives way, so that what comes before and after it is always readable. */
const lineOf = (task: TaskEntry, stand: string, ending: string): string => {
  const room = menuColumns - displayWidth(`${stand} · ${ending}`);
  const title = oneLine(task.title) || oneLine(task.remoteId);
  return `${stand} · ${isolated(cutToWidth(title, room))}${ending}`;
};
