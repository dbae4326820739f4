import type { App } from '../app.ts';
import { createDataMoves, type MoveFiles } from '../ipc/data-moves.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { refused } from './control-answers.ts';
import type { ControlTrouble } from './control-contract.ts';
import type { ControlHandlers } from './control-server.ts';
import { taskMeant } from './task-lookup.ts';

type DataHandlers = Pick<ControlHandlers, Extract<keyof ControlHandlers, `data.${string}`>>;

/** What the app does for `export`, `import`, `bin` and `restore`. Without files there is nowhere to write. */
export const dataHandlers = (ready: Promise<App>, files: MoveFiles | null): DataHandlers => ({
  'data.export': async ({ path, csv }) => {
    if (files === null) return refused(words().appAnswers.noPlaceForFiles);
    return answered(await createDataMoves(await ready, files).exportTo(path, csv ? 'csv' : 'json', false));
  },
  'data.import': async ({ path }) => {
    if (files === null) return refused(words().appAnswers.noPlaceForFiles);
    return answered(await createDataMoves(await ready, files).importFrom(path));
  },
  'data.bin': async () => ok((await ready).data.bin()),
  'data.restore': async ({ id }) => {
    const app = await ready;
    const meant = taskMeant(app.data.bin(), id);
    if (!meant.ok) {
      return failed({
        kind: 'usage',
        message: words().appAnswers.notRemoved(id),
      });
    }
    app.tasks.restore([meant.value.id]);
    const isBack = app.view().tasks.some((task) => task.id === meant.value.id);
    return isBack ? meant : refused(words().appAnswers.watchedAgain);
  },
});

const answered = (outcome: Result<string, string>): Result<{ message: string }, ControlTrouble> =>
  outcome.ok ? ok({ message: outcome.value }) : refused(outcome.trouble);
