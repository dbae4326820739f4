import { aroundWrites } from '../../electron/core/store-writes.ts';
import { startWholeApp, type WholeApp } from '../fakes/whole-app.ts';

/** The whole app, and all of it that a refused input must leave as it is. */
export interface WatchedApp {
  readonly whole: WholeApp;
  /** What is shown, how often something was stored, the keys, and what was opened, asked for or taken of the desktop. */
  readonly state: () => string;
  /** The same once nothing is on its way any more: to look at it draws what has changed, of which others hear. */
  readonly settledState: () => Promise<string>;
}

export const startWatchedApp = (): WatchedApp => {
  let writes = 0;
  const whole = startWholeApp({
    store: (real) =>
      aroundWrites(real, (write) => {
        const written = write();
        // What is not in the bin is brought back by a write that changes nothing.
        if (!Array.isArray(written) || written.length > 0) writes += 1;
        return written;
      }),
  });
  const { app, vault, keyFile, desktop, webhooks, http } = whole;
  const state = (): string =>
    JSON.stringify([
      app.view(),
      writes,
      [...vault.keys],
      keyFile.content === null ? null : [keyFile.content.passphrase, [...keyFile.content.keys]],
      [desktop.opener, desktop.opened.length, desktop.clipboard, desktop.clipboardFile, desktop.dragged],
      [[...desktop.keys.keys()], desktop.startsAtLogin, desktop.themes],
      [http.requests.length, webhooks.requests.length],
    ]);
  const settledState = async (): Promise<string> => {
    const before = state();
    await whole.clock.advance(0);
    return state() === before ? before : settledState();
  };
  return { whole, state, settledState };
};
