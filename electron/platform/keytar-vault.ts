import { failed, ok, type Result } from '../shared/result.ts';
import type { Clock } from '../core/ports.ts';
import type { CredentialVault, VaultTrouble } from '../core/vault-ports.ts';

/** The calls of keytar that the vault needs. */
export interface Keytar {
  getPassword(service: string, account: string): Promise<string | null>;
  setPassword(service: string, account: string, password: string): Promise<void>;
  deletePassword(service: string, account: string): Promise<boolean>;
}

/** `isAbandoned` says whether the caller has been told that the keyring did not answer. */
type Use<Value> = (keytar: Keytar, isAbandoned: () => boolean) => Promise<Value>;

export interface KeytarVault extends CredentialVault {
  /** Resolves with whether no call is under way any more; waits 1 s for that. */
  letGo(): Promise<boolean>;
}

const service = 'Taskbell';
const longestCallMs = 10_000;
const longestGoodbyeMs = 1_000;

/**
 * The keychain of the operating system over keytar: service `Taskbell`, account = gateway id.
 *
 * A locked keyring without a prompter never answers, and each such call holds one of libuv's threads for ever.
 * So one call runs at a time, the callers stop waiting after 10 s, and while a call hangs no other is begun.
 *
 * A locked keyring whose prompt is dismissed, or cannot be shown, answers as one without the key. `isLocked` is asked then.
 */
export const createKeytarVault = (
  loadKeytar: () => Promise<Keytar>,
  isLocked: () => Promise<boolean>,
  clock: Clock,
): KeytarVault => {
  let last: Promise<unknown> = Promise.resolve();
  let hanging = false;
  let underWay: Promise<unknown> = Promise.resolve();
  let wasLocked = false;

  const call = <Value>(use: Use<Value>): Promise<Result<Value, VaultTrouble>> => {
    const turn = last.then(() => (hanging ? failed('keyring-locked' as const) : bounded(use)));
    last = turn;
    return turn;
  };

  const bounded = <Value>(use: Use<Value>): Promise<Result<Value, VaultTrouble>> =>
    new Promise((resolve) => {
      const cancel = clock.after(longestCallMs, () => {
        hanging = true;
        resolve(failed('keyring-locked'));
      });
      const settle = (outcome: Result<Value, VaultTrouble>): void => {
        cancel();
        hanging = false;
        resolve(outcome);
      };
      underWay = loadKeytar()
        .then((keytar) => use(keytar, () => hanging))
        .then(
          (value) => settle(ok(value)),
          (error: unknown) => settle(failed(troubleOf(error))),
        );
    });

  return {
    keep: (gatewayId, key) =>
      call(async (keytar, isAbandoned) => {
        const before = await keytar.getPassword(service, gatewayId);
        if (isAbandoned()) return null;
        await keytar.setPassword(service, gatewayId, key);
        // The user was told that nothing was stored: that stays true when the keyring is unlocked after all.
        if (!isAbandoned()) return null;
        if (before === null) await keytar.deletePassword(service, gatewayId);
        else await keytar.setPassword(service, gatewayId, before);
        return null;
      }),
    read: (gatewayId) =>
      call(async (keytar) => {
        // Reading would show the prompt again, which the user has dismissed, as often as a check is due.
        if (wasLocked && (await isLocked())) throw lockedKeyring();
        const key = await keytar.getPassword(service, gatewayId);
        wasLocked = key === null && (await isLocked());
        if (wasLocked) throw lockedKeyring();
        return key;
      }),
    forget: (gatewayId) =>
      call(async (keytar) => {
        await keytar.deletePassword(service, gatewayId);
        return null;
      }),
    letGo: () =>
      new Promise((resolve) => {
        const cancel = clock.after(longestGoodbyeMs, () => resolve(false));
        void underWay.then(() => {
          cancel();
          resolve(true);
        });
      }),
  };
};

const lockedKeyring = (): Error => new Error('locked');

/** keytar's errors are the sentences of libsecret and D-Bus; only their kind is kept. */
const troubleOf = (error: unknown): VaultTrouble => {
  const text = String(error);
  if (/locked|prompt|dismissed/i.test(text)) return 'keyring-locked';
  if (
    /ServiceUnknown|not provided by any|autolaunch|Cannot (spawn|connect)|Could not connect|libsecret|shared object/i.test(
      text,
    )
  ) {
    return 'keyring-absent';
  }
  return 'keyring-failed';
};
