import type { App } from '../app.ts';
import { words } from '../shared/language/spoken.ts';
import { ok, type Result } from '../shared/result.ts';
import type { MoveTrouble } from '../shared/vault.ts';
import { refused } from './control-answers.ts';
import type { ControlTrouble } from './control-contract.ts';
import type { ControlHandlers } from './control-server.ts';

type VaultHandlers = Pick<ControlHandlers, Extract<keyof ControlHandlers, `vault.${string}`>>;

const said = (answer: Result<null, MoveTrouble>): Result<null, ControlTrouble> =>
  answer.ok ? answer : refused(words().vault.troubles[answer.trouble]);

/** What the app does for the `vault` commands. */
export const vaultHandlers = (ready: Promise<App>): VaultHandlers => ({
  'vault.status': async () => ok((await ready).view().status.vault),
  'vault.unlock': async ({ passphrase }) => said(await (await ready).keys.unlock(passphrase)),
  'vault.move': async ({ to, passphrase, leaveKeys }) =>
    said(await (await ready).keys.move(to, passphrase, leaveKeys)),
  'vault.passphrase': async ({ before, next }) =>
    said(await (await ready).keys.changePassphrase(before, next)),
  'vault.forget': async () => said(await (await ready).keys.forgetAll()),
});
