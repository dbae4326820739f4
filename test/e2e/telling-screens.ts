import { failed } from '../../electron/shared/result.ts';
import type { UpdateStatus } from '../../electron/shared/updates.ts';
import { openSettings } from './settings-screens.ts';
import { withStatus, type Screen, type Stage } from './screens.ts';

const openPushForm = async (stage: Stage): Promise<void> => {
  await openSettings(stage);
  await stage.button(stage.words.push.add).click();
  await stage.page.getByLabel(stage.words.push.name, { exact: true }).waitFor();
};

const newer = (way: UpdateStatus['way']): Screen => ({
  name: `newer version in a package that ${way}`,
  view: withStatus({ updates: { way, on: true, version: '0.2.0' } }),
  drive: openSettings,
});

/** What Taskbell tells elsewhere, runs for the user, and says of itself. */
export const tellingScreens: readonly Screen[] = [
  { name: 'new phone or chat', drive: openPushForm },
  {
    name: 'new phone or chat with an error',
    drive: async (stage) => {
      await openPushForm(stage);
      await stage.button(stage.words.push.save).click();
      await stage.page.locator('[aria-invalid=true]').waitFor();
    },
  },
  {
    name: 'command of the user’s own that is refused',
    before: (bridge) => (bridge.answers['hooks:configure'] = () => failed('program-missing')),
    drive: async (stage) => {
      const { page, words } = stage;
      await openSettings(stage);
      await page.getByLabel(words.hooks.program, { exact: true }).first().fill('copy.sh');
      await page.keyboard.press('Tab');
      await page.getByText(words.hooks.settingsTroubles['program-missing'], { exact: true }).waitFor();
    },
  },
  newer('installs'),
  newer('tells'),
];
