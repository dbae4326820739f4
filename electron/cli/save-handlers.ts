import { dirname, resolve } from 'node:path';
import { oneLine } from '../core/one-line.ts';
import type { UselessFolder } from '../core/result-commands.ts';
import { isAbsolute } from '../core/save-settings.ts';
import { words } from '../shared/language/spoken.ts';
import { ok, type Result } from '../shared/result.ts';
import { isFolderTrouble } from '../shared/saving.ts';
import { listedTask, misused, refused } from './control-answers.ts';
import type { ControlTrouble } from './control-contract.ts';
import type { ControlDependencies } from './control-handlers.ts';
import type { ControlHandlers } from './control-server.ts';
import { meantTask } from './task-lookup.ts';
import { whenSaved } from './when-ended.ts';

export const refusedFolder = ({ folder, trouble }: UselessFolder): Result<never, ControlTrouble> =>
  refused(words().saving.intoFolder[trouble](oneLine(folder)));

/** What the app does for the commands that are about results. */
export const saveHandlers = ({
  ready,
  clock,
}: Pick<ControlDependencies, 'ready' | 'clock'>): Pick<
  ControlHandlers,
  'task.save' | 'task.stop-saving' | 'task.open'
> => ({
  'task.save': async ({ id, folder }, gone) => {
    const app = await ready;
    const task = meantTask(app, id);
    if (!task.ok) return task;
    const { id: taskId, save } = task.value;
    if (folder !== null && !isAbsolute(folder)) return misused(words().saving.folderNotWhole);
    const path = save?.state === 'saved' ? await app.results.savedFile(taskId) : null;
    // Only another folder asks for another file.
    if (path !== null && (folder === null || resolve(folder) === dirname(path))) {
      app.results.saveOthers(taskId);
      return ok({ path });
    }
    const usable = await app.results.tryFolder(folder);
    if (!usable.ok) return refusedFolder(usable.trouble);
    const begun = app.results.save(taskId, folder);
    if (!begun.ok) return refused(words().saving.refusals[begun.trouble]);
    const ended = (await whenSaved(app, taskId, gone))?.save ?? null;
    if (ended === null) return refused(words().saving.removedMeanwhile);
    if (ended.path !== null) return ok({ path: ended.path });
    const { trouble } = ended;
    if (folder !== null && isFolderTrouble(trouble)) return refusedFolder({ folder, trouble });
    return refused(words().saving.troubles[trouble ?? 'incomplete']);
  },
  'task.stop-saving': async ({ id }) => {
    const app = await ready;
    const task = meantTask(app, id);
    if (!task.ok) return task;
    if (!app.results.stopSaving(task.value.id)) return refused(words().saving.notUnderWay);
    return ok(listedTask(task.value, clock.now()));
  },
  'task.open': async ({ id }) => {
    const app = await ready;
    const task = meantTask(app, id);
    if (!task.ok) return task;
    const opened = await app.results.open(task.value.id);
    if (opened.ok) return ok(null);
    const { trouble } = opened;
    // The command line has no details to look into.
    if (trouble === 'no-program') return refused(words().appAnswers.notOpened(task.value.id));
    return refused(words().tasks.openTroubles[trouble]);
  },
});
