import { failed, ok, type Result } from '../shared/result.ts';
import {
  shortestPassphrase,
  vaultKinds,
  type KeyTrouble,
  type MoveTrouble,
  type PassphraseTrouble,
  type VaultKind,
  type VaultState,
} from '../shared/vault.ts';
import { createMemoryKeys } from './memory-keys.ts';
import type { TaskStore } from './store-ports.ts';
import type { CredentialVault, KeyFile } from './vault-ports.ts';
import { StoreFailure } from './store-failure.ts';
import { allKeys, emptied, filled } from './vault-contents.ts';
import { readPlace, writtenPlace, type VaultPlace } from './vault-place.ts';

export interface VaultsDependencies {
  readonly keyring: CredentialVault;
  readonly file: KeyFile;
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  /** All entries there may be: keyrings cannot be asked what they hold. */
  readonly accounts: () => readonly string[];
  readonly onChanged: (state: VaultState) => void;
}

/** The place of keys that the user has chosen, and the ways to another one. */
export interface Vaults extends CredentialVault {
  state(): VaultState;
  /** Takes up what an earlier run chose, and removes the copies that it could not. */
  restore(): Promise<void>;
  unlock(passphrase: string): Promise<Result<null, PassphraseTrouble>>;
  /**
   * Takes all keys along: they are written and read back at the new place, then the choice is stored, and only then the
   * old place is emptied. With `leaving` nothing is taken along and the old place stays as it is.
   */
  move(to: VaultKind, passphrase: string | null, leaving: boolean): Promise<Result<null, MoveTrouble>>;
  changePassphrase(before: string, next: string): Promise<Result<null, PassphraseTrouble>>;
  /** Removes every key. Of a file that cannot be opened too. */
  forgetAll(): Promise<Result<null, MoveTrouble>>;
}

export const createVaults = (dependencies: VaultsDependencies): Vaults => {
  const { keyring, file, store, accounts, onChanged } = dependencies;
  const places: Readonly<Record<VaultKind, CredentialVault>> = {
    keyring,
    file,
    memory: createMemoryKeys(),
  };
  let place: VaultPlace = { kind: 'keyring', toEmpty: [], elsewhere: [] };
  let trouble: KeyTrouble | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let moving: Promise<unknown> = Promise.resolve();

  // What changes a place waits for what changes it already: a key must not be kept behind the back of a move.
  const inTurn = <Value>(change: () => Promise<Value>): Promise<Value> => {
    const turn = last.then(change);
    last = turn.catch(() => undefined);
    return turn;
  };

  const state = (): VaultState => ({
    kind: place.kind,
    locked: place.kind === 'file' && file.isThere() && !file.isOpen(),
    trouble,
    leftovers: place.toEmpty,
  });

  let told = '';
  const tell = (): void => {
    const now = JSON.stringify(state());
    if (now === told) return;
    told = now;
    onChanged(state());
  };

  /** Throws when it cannot be stored. */
  const settle = (next: VaultPlace): void => {
    store.saveSetting('vault', writtenPlace(next));
    place = next;
    tell();
  };

  const note = <Value>(answer: Result<Value, KeyTrouble>): Result<Value, KeyTrouble> => {
    const now = answer.ok ? null : answer.trouble;
    if (now !== trouble) {
      trouble = now;
      tell();
    }
    return answer;
  };

  const emptyLeftovers = async (): Promise<Result<null, never>> => {
    for (const kind of place.toEmpty) {
      const done = kind === 'file' ? await file.discard() : await emptied(places[kind], accounts());
      if (done.ok) settle({ ...place, toEmpty: place.toEmpty.filter((one) => one !== kind) });
    }
    return ok(null);
  };

  /** Where the disk takes nothing the keys stay where they are, and that is said. */
  const unlessStoreFails = async (
    work: () => Promise<Result<null, MoveTrouble>>,
  ): Promise<Result<null, MoveTrouble>> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof StoreFailure) return failed('store-failed');
      throw error;
    }
  };

  const take = async (
    to: VaultKind,
    passphrase: string | null,
    leaving: boolean,
  ): Promise<Result<null, MoveTrouble>> => {
    if (to === place.kind) return ok(null);
    if (to === 'file' && (passphrase ?? '').length < shortestPassphrase) return failed('passphrase-short');
    const from = place.kind;
    const keys = leaving ? ok(new Map<string, string>()) : await allKeys(places[from], accounts());
    if (!keys.ok) return keys;
    const others = (kinds: readonly VaultKind[]) => kinds.filter((one) => one !== to && one !== from);
    // From here on copies may be there, which the removal of a gateway has to find.
    settle({ ...place, elsewhere: [...others(place.elsewhere), to] });
    const written =
      to === 'file' ? await file.create(passphrase ?? '', keys.value) : await filled(places[to], keys.value);
    if (!written.ok) return written;
    settle({
      kind: to,
      toEmpty: leaving ? others(place.toEmpty) : [...others(place.toEmpty), from],
      elsewhere: leaving ? [...others(place.elsewhere), from] : others(place.elsewhere),
    });
    note(ok(null));
    return emptyLeftovers();
  };

  /** Copies of a key elsewhere go too, as far as those places let them. */
  const forgetElsewhere = async (account: string): Promise<void> => {
    for (const kind of new Set([...place.toEmpty, ...place.elsewhere])) await places[kind].forget(account);
  };

  return {
    state,
    restore: () => {
      // A file without a choice came with a data folder whose list was lost: its keys must not be passed over.
      place = readPlace(store.setting('vault'), file.isThere() ? 'file' : 'keyring');
      tell();
      return inTurn(async () => {
        await unlessStoreFails(emptyLeftovers);
      });
    },
    keep: (account, key) => inTurn(async () => note(await places[place.kind].keep(account, key))),
    read: async (account) => {
      await moving;
      return note(await places[place.kind].read(account));
    },
    forget: (account) =>
      inTurn(async () => {
        const forgotten = note(await places[place.kind].forget(account));
        if (forgotten.ok) await forgetElsewhere(account);
        return forgotten;
      }),
    unlock: async (passphrase) => {
      const opened = await file.open(passphrase);
      if (opened.ok) note(ok(null));
      tell();
      return opened;
    },
    move: (to, passphrase, leaving) => {
      const move = inTurn(() => unlessStoreFails(() => take(to, passphrase, leaving)));
      moving = move.catch(() => undefined);
      return move;
    },
    changePassphrase: (before, next) =>
      inTurn(async () => {
        if (next.length < shortestPassphrase) return failed('passphrase-short');
        const changed = await file.changePassphrase(before, next);
        tell();
        return changed;
      }),
    forgetAll: () =>
      inTurn(() =>
        unlessStoreFails(async () => {
          const held = vaultKinds.filter(
            (kind) => kind === place.kind || [...place.toEmpty, ...place.elsewhere].includes(kind),
          );
          for (const kind of held) {
            const done = kind === 'file' ? await file.discard() : await emptied(places[kind], accounts());
            if (!done.ok) return done;
          }
          // A file is made with a passphrase, which is asked for when the user chooses it again.
          settle({ kind: place.kind === 'file' ? 'keyring' : place.kind, toEmpty: [], elsewhere: [] });
          note(ok(null));
          return ok(null);
        }),
      ),
  };
};
