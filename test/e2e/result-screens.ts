import { failed } from '../../electron/shared/result.ts';
import type { OtherSave, TaskSave } from '../../electron/shared/saving.ts';
import { detailOf, withTasks, type Screen } from './screens.ts';

const savedPier: TaskSave = {
  state: 'saved',
  trouble: null,
  bytes: 12_400_000,
  totalBytes: 12_400_000,
  path: '/home/ada/Downloads/Taskbell/2025-11-22 Fishing pier in fog.mp4',
  retryAt: null,
};

const lostThumbnail: OtherSave = {
  ...savedPier,
  kind: 'thumbnail',
  state: 'failed',
  trouble: 'not-a-video',
  path: null,
};

/** What becomes of a video that is ready. */
export const resultScreens: readonly Screen[] = [
  {
    name: 'saved task',
    view: withTasks((tasks) =>
      tasks.map((task) =>
        task.id === 'pier' ? { ...task, save: savedPier, otherSaves: [lostThumbnail] } : task,
      ),
    ),
    drive: detailOf('pier'),
  },
  {
    name: 'task that cannot be saved',
    view: withTasks((tasks) =>
      tasks.map((task) =>
        task.id === 'pier'
          ? { ...task, save: { ...savedPier, state: 'waiting', trouble: 'not-writable', path: null } }
          : task,
      ),
    ),
    drive: async (stage) => {
      await detailOf('pier')(stage);
      await stage.button(stage.words.saving.chooseFolder).waitFor();
    },
  },
  {
    name: 'result that cannot be played',
    before: (bridge) => (bridge.answers['tasks:play'] = () => failed('link-ended')),
    drive: async (stage) => {
      const { looking } = stage.words;
      await detailOf('pier')(stage);
      await stage.button(looking.play).click();
      await stage.page.getByText(looking.troubles['link-ended'], { exact: true }).waitFor();
    },
  },
];
