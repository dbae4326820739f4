import { choose } from './choosing.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import { sampleNow } from '../renderer/view-samples.ts';
import { type Screen, type Stage } from './screens.ts';

export const openSettings = async ({ button, page, words }: Stage): Promise<void> => {
  await button(words.list.settings).click();
  await page.getByRole('heading', { name: words.settings.title, exact: true }).waitFor();
};

const openForm = async (stage: Stage): Promise<void> => {
  await openSettings(stage);
  await stage.button(stage.words.settings.addGateway).click();
  await stage.page.getByLabel(stage.words.gatewayForm.name, { exact: true }).waitFor();
};

/** The page of settings and everything that opens in it. */
export const settingsScreens: readonly Screen[] = [
  { name: 'settings', drive: openSettings },
  {
    name: 'search of settings without match',
    drive: async (stage) => {
      await openSettings(stage);
      await stage.page.getByRole('searchbox').fill('no such setting');
      await stage.page.getByText(stage.words.settings.noMatch('no such setting')).waitFor();
    },
  },
  { name: 'new gateway', drive: openForm },
  {
    name: 'new gateway with an error',
    drive: async (stage) => {
      await openForm(stage);
      await stage.button(stage.words.gatewayForm.save).click();
      await stage.page.locator('[aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'tested gateway',
    drive: async (stage) => {
      await openSettings(stage);
      await stage.button(stage.words.gatewayForm.editNamed('winfull')).click();
      await stage.button(stage.words.gatewayForm.test).click();
      await stage.page.locator('form [role=status].tone-ready:not(:empty)').waitFor();
    },
  },
  {
    name: 'tested gateway of another API',
    before: (bridge) => {
      const label = 'MiniMax / Hailuo, version 2';
      bridge.dialects = [
        ...bridge.dialects,
        { id: 'minimax-v2', label, isCustom: false, requestsPerSecond: 4 },
      ];
      bridge.answers['gateways:test'] = () =>
        ok({ reached: false, trouble: 'not-understood', dialect: label });
    },
    drive: async (stage) => {
      await openSettings(stage);
      await stage.button(stage.words.gatewayForm.editNamed('winfull')).click();
      await stage.button(stage.words.gatewayForm.test).click();
      await stage.page.locator('form [role=status].tone-failed:not(:empty)').waitFor();
    },
  },
  {
    name: 'question before a gateway is removed',
    drive: async (stage) => {
      await openSettings(stage);
      await stage.button(stage.words.gatewayForm.removeNamed('winfull')).click();
      await stage.page.getByRole('alertdialog').waitFor();
    },
  },
  {
    name: 'description of an API',
    drive: async (stage) => {
      await openForm(stage);
      await choose(stage.page, stage.words.gatewayForm.dialect, stage.words.gatewayForm.anotherApi);
      await stage.page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'saving with errors',
    before: (bridge) =>
      (bridge.answers['saving:configure'] = ({ largestBytes }) =>
        failed(largestBytes === 0 ? 'size' : 'folder-missing')),
    drive: async (stage) => {
      await openSettings(stage);
      const { folder, size } = stage.words.saving.settings;
      for (const label of [folder, size]) {
        await stage.page.getByLabel(label, { exact: true }).fill('Videos');
        await stage.page.keyboard.press('Enter');
      }
      await stage.page.locator('[aria-invalid=true]').nth(1).waitFor();
    },
  },
  {
    name: 'licences of others',
    drive: async (stage) => {
      await openSettings(stage);
      await stage.button(stage.words.settings.licences).click();
      await stage.page.getByText('boats 1.0.0 (MIT)').waitFor();
    },
  },
  {
    name: 'removed tasks',
    before: (bridge) =>
      (bridge.answers['data:bin'] = () => [
        {
          id: 'gone',
          gateway: 'winfull',
          remoteId: 'task_07',
          title: 'Paper cranes over a rice field',
          removedAt: sampleNow,
        },
      ]),
    drive: openSettings,
  },
];
