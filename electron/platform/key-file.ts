import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Clock } from '../core/ports.ts';
import type { KeyFile, VaultTrouble } from '../core/vault-ports.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { PassphraseTrouble } from '../shared/vault.ts';
import {
  defaultCost,
  freshStretching,
  openerFrom,
  sealed,
  sealedFileIn,
  type Opener,
} from './key-file-format.ts';
import { syncFile, syncFolder } from './synced-files.ts';

interface OpenFile {
  readonly opener: Opener;
  readonly keys: ReadonlyMap<string, string>;
}

const triesAMinute = 3;
const minuteMs = 60_000;

/**
 * Keys in an encrypted file of mode 0600. Each change writes a whole new file beside it, syncs it and renames it into
 * place, so that a crash leaves either the old one or the new one. One call at a time. `cost` is scrypt's N.
 */
export const createKeyFile = (
  path: string,
  clock: Pick<Clock, 'now' | 'steady'>,
  cost = defaultCost,
): KeyFile => {
  let open: OpenFile | null = null;
  let wrongTries: readonly number[] = [];
  let last: Promise<unknown> = Promise.resolve();

  const inTurn = <Value, Trouble>(
    work: () => Promise<Result<Value, Trouble>>,
  ): Promise<Result<Value, Trouble>> => {
    const turn = last.then(work);
    last = turn.catch(() => undefined);
    return turn;
  };

  const write = (next: OpenFile): Result<null, 'key-file-failed'> => {
    const fresh = `${path}.new`;
    try {
      rmSync(fresh, { force: true });
      writeFileSync(fresh, sealed(next.keys, next.opener), { mode: 0o600, flag: 'wx' });
      syncFile(fresh);
      renameSync(fresh, path);
      syncFolder(dirname(path));
    } catch {
      return failed('key-file-failed');
    }
    open = next;
    return ok(null);
  };

  const opened = async (passphrase: string): Promise<Result<OpenFile, PassphraseTrouble>> => {
    const now = clock.steady();
    wrongTries = wrongTries.filter((at) => now - at < minuteMs);
    if (wrongTries.length >= triesAMinute) return failed('too-many-tries');
    const text = textAt(path);
    if (!text.ok) return text;
    const file = sealedFileIn(text.value);
    if (!file.ok) return file;
    const opener = await openerFrom(passphrase, file.value.stretching);
    const keys = file.value.openedWith(opener);
    if (keys.ok) return ok({ opener, keys: keys.value });
    if (keys.trouble === 'wrong-passphrase') wrongTries = [...wrongTries, now];
    return keys;
  };

  const whenOpen = <Value>(use: (file: OpenFile) => Result<Value, VaultTrouble>) =>
    inTurn((): Promise<Result<Value, VaultTrouble>> => {
      if (open !== null) return Promise.resolve(use(open));
      // A damaged file would refuse every passphrase, so that is said before one is asked for.
      const text = textAt(path);
      if (!text.ok) return Promise.resolve(failed('key-file-failed'));
      const trouble: VaultTrouble = sealedFileIn(text.value).ok ? 'key-file-locked' : 'key-file-damaged';
      return Promise.resolve(failed(trouble));
    });

  return {
    isThere: () => existsSync(path),
    isOpen: () => open !== null,
    open: (passphrase) =>
      inTurn(async () => {
        const file = await opened(passphrase);
        if (!file.ok) return file;
        open = file.value;
        return ok(null);
      }),
    create: (passphrase, keys) =>
      inTurn(async () => {
        try {
          if (existsSync(path)) copyFileSync(path, `${path}.before-${String(clock.now())}`);
        } catch {
          return failed('key-file-failed');
        }
        return write({ opener: await openerFrom(passphrase, freshStretching(cost)), keys: new Map(keys) });
      }),
    changePassphrase: (before, next) =>
      inTurn(async () => {
        const file = await opened(before);
        if (!file.ok) return file;
        return write({ opener: await openerFrom(next, freshStretching(cost)), keys: file.value.keys });
      }),
    discard: () =>
      inTurn(() => {
        try {
          rmSync(path, { force: true });
          syncFolder(dirname(path));
        } catch {
          return Promise.resolve(failed('key-file-failed' as const));
        }
        open = null;
        return Promise.resolve(ok(null));
      }),
    keep: (gatewayId, key) =>
      whenOpen(({ opener, keys }) => write({ opener, keys: new Map(keys).set(gatewayId, key) })),
    read: (gatewayId) => whenOpen(({ keys }) => ok(keys.get(gatewayId) ?? null)),
    forget: (gatewayId) =>
      whenOpen(({ opener, keys }) => {
        const rest = new Map(keys);
        return rest.delete(gatewayId) ? write({ opener, keys: rest }) : ok(null);
      }),
  };
};

const textAt = (path: string): Result<string, 'no-key-file' | 'key-file-failed'> => {
  if (!existsSync(path)) return failed('no-key-file');
  try {
    return ok(readFileSync(path, 'utf8'));
  } catch {
    return failed('key-file-failed');
  }
};
