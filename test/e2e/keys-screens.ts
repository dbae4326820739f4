import type { VaultState } from '../../electron/shared/vault.ts';
import type { WatchlistView } from '../../electron/shared/watchlist-view.ts';
import { openSettings } from './settings-screens.ts';
import { withStatus, type Screen, type Stage } from './screens.ts';

const kept = (vault: Partial<VaultState>): ((view: WatchlistView) => WatchlistView) =>
  withStatus({ vault: { kind: 'keyring', locked: false, trouble: null, leftovers: [], ...vault } });

const keyless = (view: WatchlistView): WatchlistView => ({
  ...kept({ kind: 'memory' })(view),
  gateways: view.gateways.map((gateway) => ({ ...gateway, trouble: 'no-key', keyHint: null })),
});

const enter = async ({ page, words }: Stage, passphrases: readonly [string, string]): Promise<void> => {
  const { newPassphrase, again } = words.vault;
  await page.getByLabel(newPassphrase, { exact: true }).fill(passphrases[0]);
  await page.getByLabel(again, { exact: true }).fill(passphrases[1]);
};

/** Where keys are kept, and what is asked of the user when they cannot be read. */
export const keysScreens: readonly Screen[] = [
  {
    name: 'file of keys that waits for its passphrase',
    view: kept({ kind: 'file', locked: true }),
    drive: ({ page, words }) => page.getByText(words.vault.unlockAsks, { exact: true }).waitFor(),
  },
  {
    name: 'keyring that is not there',
    view: kept({ trouble: 'keyring-absent' }),
    drive: ({ page, words }) => page.getByText(words.vault.noKeyring, { exact: true }).waitFor(),
  },
  {
    name: 'key that was not kept',
    view: keyless,
    drive: ({ button, words }) => button(words.vault.enterKey).waitFor(),
  },
  {
    name: 'keys on their way into a file, with a slip',
    drive: async (stage) => {
      const { page, words, button } = stage;
      await openSettings(stage);
      await page.getByRole('radio', { name: words.vault.kinds.file, exact: true }).check();
      await enter(stage, ['correct horse', 'correct house']);
      await button(words.vault.move).click();
      await page.getByText(words.vault.differ, { exact: true }).waitFor();
    },
  },
  {
    name: 'open file of keys, with a copy left behind',
    view: kept({ kind: 'file', leftovers: ['keyring'] }),
    drive: async (stage) => {
      await openSettings(stage);
      await stage.button(stage.words.vault.change).waitFor();
    },
  },
  {
    name: 'question before all keys are forgotten',
    drive: async (stage) => {
      await openSettings(stage);
      await stage.button(stage.words.vault.forgetAll).click();
      await stage.page.getByText(stage.words.vault.forgetAsks, { exact: true }).waitFor();
    },
  },
];
