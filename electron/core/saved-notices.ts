import type { TaskSave } from '../shared/saving.ts';
import { words } from '../shared/language/spoken.ts';
import { saveTroubleText } from '../shared/saving-text.ts';
import type { TaskEntry } from '../shared/watchlist-view.ts';
import type { Announcer } from './announcer.ts';
import { keyOfTask, mostSingleNotices } from './digest.ts';
import { buttonsOf } from './notice-buttons.ts';
import type { Clock } from './ports.ts';

export interface SavedNoticesDependencies {
  readonly clock: Pick<Clock, 'steady'>;
  readonly announcer: Pick<Announcer, 'pass'>;
  readonly entry: (taskId: string) => TaskEntry | null;
  readonly mayTell: (taskId: string) => boolean;
}

/** With more at once than this leaves room for, the list tells. */
const withinMs = 60_000;

/**
 * Says that a video is on the disk, in the place of the notice that said that it is ready and without another sound;
 * or that it will not be saved. Whoever has looked at the task meanwhile sees it there.
 */
export const createSavedNotices = (dependencies: SavedNoticesDependencies) => {
  const { clock, announcer, entry, mayTell } = dependencies;
  let told: readonly number[] = [];
  return {
    tell: (taskId: string, save: TaskSave): void => {
      const task = entry(taskId);
      if (task === null || task.seen || !mayTell(taskId)) return;
      told = told.filter((at) => clock.steady() - at < withinMs);
      if (told.length >= mostSingleNotices) return;
      told = [...told, clock.steady()];
      announcer.pass({
        title: save.state === 'saved' ? words().saving.saved : words().saving.notSaved,
        body: `${task.title}\n${detailOf(save)}`,
        urgency: 'normal',
        route: { to: 'task', taskId },
        kind: 'succeeded',
        key: keyOfTask(taskId),
        silent: true,
        buttons: buttonsOf('succeeded', task),
      });
    },
  };
};

const detailOf = (save: TaskSave): string =>
  save.trouble === null ? (save.path?.split(/[\\/]/).at(-1) ?? '') : saveTroubleText(save);
