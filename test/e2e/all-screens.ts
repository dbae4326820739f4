import { failed } from '../../electron/shared/result.ts';
import { demoId } from '../../electron/shared/demo.ts';
import { gatewayEntry, understandingOf } from '../renderer/view-samples.ts';
import { keysScreens } from './keys-screens.ts';
import { resultScreens } from './result-screens.ts';
import { settingsScreens } from './settings-screens.ts';
import { tellingScreens } from './telling-screens.ts';
import { detailOf, silentTask, withStatus, withTasks, type Screen, type Stage } from './screens.ts';

const filtered =
  (filter: 'running' | 'ready' | 'failed') =>
  async ({ page, words }: Stage): Promise<void> => {
    await page.getByRole('navigation').getByRole('button', { name: words.list.filters[filter] }).click();
    await page.getByText(words.list.noneHere, { exact: true }).waitFor();
  };

const paste =
  (text: string) =>
  async ({ page, words }: Stage): Promise<void> => {
    await page.getByLabel(words.addBox.label).fill(text);
    await page.locator('#add-says:not(:empty)').waitFor();
  };

const isActive = ({ phase }: { readonly phase: string }): boolean =>
  phase === 'running' || phase === 'queued';

/** Every screen of the list and of what stands above it. */
const listScreens: readonly Screen[] = [
  { name: 'first run', view: (view) => ({ ...view, tasks: [], gateways: [] }) },
  {
    name: 'first gateway',
    view: (view) => ({ ...view, tasks: [], gateways: [] }),
    drive: ({ button, words }) => button(words.window.addGateway).click(),
  },
  {
    name: 'demo',
    view: (view) => ({ ...view, gateways: [gatewayEntry({ id: demoId, name: 'Demo' })] }),
    drive: ({ button, words }) => button(words.demo.remove).waitFor(),
  },
  { name: 'empty list', view: withTasks(() => []) },
  { name: 'list' },
  {
    name: 'none running',
    view: withTasks((tasks) => tasks.filter((task) => !isActive(task))),
    drive: filtered('running'),
  },
  { name: 'none ready', view: withTasks((tasks) => tasks.filter(isActive)), drive: filtered('ready') },
  { name: 'none failed', view: withTasks((tasks) => tasks.filter(isActive)), drive: filtered('failed') },
  {
    name: 'search without match',
    drive: async ({ page, button, words }) => {
      await button(words.list.search).click();
      await page.getByLabel(words.list.searchTasks).fill('no such title');
      await page.getByText(words.list.noMatch, { exact: true }).waitFor();
    },
  },
  {
    name: 'search with matches',
    drive: async ({ page, button, words }) => {
      await button(words.list.search).click();
      await page.getByLabel(words.list.searchTasks).fill('winfull');
      await page.locator('mark').first().waitFor();
    },
  },
  {
    name: 'several selected',
    drive: async ({ page, words }) => {
      await page
        .locator('[data-task]')
        .nth(0)
        .click({ modifiers: ['Control'] });
      await page
        .locator('[data-task]')
        .nth(3)
        .click({ modifiers: ['Shift'] });
      await page.getByRole('toolbar', { name: words.selection.label }).waitFor();
    },
  },
  { name: 'running task', drive: detailOf('boat') },
  { name: 'queued task', drive: detailOf('kling') },
  { name: 'ready task', drive: detailOf('pier') },
  ...resultScreens,
  { name: 'failed task', drive: detailOf('crowd') },
  {
    name: 'command of the user’s own that failed',
    before: (bridge) =>
      bridge.hookRuns.set('pier', {
        name: 'success',
        program: '/home/ada/bin/copy-to-the-archive',
        state: 'ended',
        exitCode: 1,
        output: 'cp: cannot create regular file /mnt/archive/pier.mp4: Read-only file system',
      }),
    drive: async (stage) => {
      await detailOf('pier')(stage);
      const { hooks } = stage.words;
      await stage.page.getByRole('region', { name: hooks.label, exact: true }).waitFor();
      await stage.page.getByText(hooks.output, { exact: true }).click();
    },
  },
  { name: 'lost task', drive: detailOf('gone') },
  { name: 'silent task', view: withTasks((tasks) => [silentTask, ...tasks]), drive: detailOf('silent') },
  { name: 'pasted ids', drive: paste('task_new_1 task_new_2') },
  {
    name: 'pasted ids without a gateway',
    drive: async (stage) => {
      await paste('task_new_1')(stage);
      await stage.button(stage.words.addBox.watch).click();
      await stage.page.locator('#add-says.tone-failed').waitFor();
    },
  },
  {
    name: 'pasted request of a new gateway',
    before: (bridge) => {
      const newGateway = { name: 'fal', baseUrl: 'https://queue.fal.example', dialect: 'fal' };
      bridge.answers['reference:read'] = () =>
        understandingOf({
          remoteIds: ['task_1'],
          dialect: 'fal',
          newGateway,
          keyFound: true,
          keyHint: '77aa',
        });
    },
    drive: paste('curl https://queue.fal.example/requests/task_1'),
  },
  {
    name: 'offer of the clipboard',
    before: (bridge) => (bridge.clipboardOffer = { remoteIds: ['task_9'], gateway: 'winfull' }),
    drive: ({ button, words }) => button(words.addBox.notNow).waitFor(),
  },
];

const surroundings: readonly Screen[] = [
  {
    name: 'no tray and no notifications',
    view: withStatus({ trayVisible: false, notificationsWork: false }),
  },
  { name: 'offline', view: withStatus({ online: false }) },
  { name: 'paused', view: withStatus({ paused: true }) },
  {
    name: 'store in trouble',
    view: withStatus({ storeNotice: 'The watchlist was damaged. What could be read of it is here.' }),
  },
  {
    name: 'no keyring',
    view: (view) => ({
      ...view,
      gateways: view.gateways.map((gateway) => ({
        ...gateway,
        trouble: 'keyring-absent',
        waitReason: 'keyring',
      })),
      tasks: view.tasks.map((task) =>
        isActive(task)
          ? { ...task, trouble: 'keyring-absent', health: 'needs-credential', waitReason: 'keyring' }
          : task,
      ),
    }),
  },
  {
    name: 'toasts',
    drive: async (stage) => {
      const { button, words } = stage;
      await detailOf('koi')(stage);
      await button(words.details.copyLink).click();
      await button(words.details.remove).click();
      await button(words.details.undo).waitFor();
    },
  },
  {
    name: 'broken watchlist',
    before: (bridge) => {
      bridge.answers['watchlist:read'] = () => {
        throw new Error('a bug');
      };
    },
    drive: ({ page }) => page.getByRole('alert').waitFor(),
  },
];

const dialogs: readonly Screen[] = [
  {
    name: 'question before hiding',
    drive: ({ window, page }) => ask(window.send('window:explain-hide', null), page),
  },
  {
    name: 'link that asks',
    drive: ({ window, page }) =>
      ask(
        window.send('window:navigate', {
          to: 'link',
          asked: { ok: true, value: { text: 'task_1\ntask_2', gateway: 'winfull' } },
        }),
        page,
      ),
  },
  {
    name: 'link that was refused',
    drive: ({ window, page }) =>
      ask(window.send('window:navigate', { to: 'link', asked: failed('unknown-action') }), page),
  },
  { name: 'keys', drive: ({ page }) => ask(page.keyboard.press('?'), page) },
];

const ask = async (asking: Promise<void>, page: Stage['page']): Promise<void> => {
  await asking;
  await page.getByRole('dialog').waitFor();
};

/** In the order in which a user may come to them. */
export const allScreens: readonly Screen[] = [
  ...listScreens,
  ...surroundings,
  ...dialogs,
  ...settingsScreens,
  ...keysScreens,
  ...tellingScreens,
];
