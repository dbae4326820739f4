import type { KeyFile } from '../../electron/core/vault-ports.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import type { KeyTrouble } from '../../electron/shared/vault.ts';

/** A file of keys that is none: it outlives what a test does with it, and can be made to fail. */
export interface MemoryKeyFile extends KeyFile {
  /** What it holds; null while there is none. */
  content: { passphrase: string; readonly keys: Map<string, string> } | null;
  fails: boolean;
  /** What a start of the app begins with. */
  lock(): void;
}

export const createMemoryKeyFile = (): MemoryKeyFile => {
  let isOpen = false;
  const whenOpen = <Value>(use: (keys: Map<string, string>) => Value) => {
    const trouble: KeyTrouble | null = file.fails ? 'key-file-failed' : isOpen ? null : 'key-file-locked';
    return Promise.resolve(
      trouble === null && file.content !== null
        ? ok(use(file.content.keys))
        : failed(trouble ?? 'key-file-failed'),
    );
  };
  const file: MemoryKeyFile = {
    content: null,
    fails: false,
    lock: () => void (isOpen = false),
    isThere: () => file.content !== null,
    isOpen: () => isOpen,
    open: (passphrase) => {
      if (file.content === null) return Promise.resolve(failed('no-key-file'));
      if (passphrase !== file.content.passphrase) return Promise.resolve(failed('wrong-passphrase'));
      isOpen = true;
      return Promise.resolve(ok(null));
    },
    create: (passphrase, keys) => {
      if (file.fails) return Promise.resolve(failed('key-file-failed'));
      file.content = { passphrase, keys: new Map(keys) };
      isOpen = true;
      return Promise.resolve(ok(null));
    },
    changePassphrase: (before, next) => {
      if (before !== file.content?.passphrase) return Promise.resolve(failed('wrong-passphrase'));
      file.content.passphrase = next;
      return Promise.resolve(ok(null));
    },
    discard: () => {
      if (file.fails) return Promise.resolve(failed('key-file-failed'));
      file.content = null;
      isOpen = false;
      return Promise.resolve(ok(null));
    },
    keep: (id, key) => whenOpen((keys) => (keys.set(id, key), null)),
    read: (id) => whenOpen((keys) => keys.get(id) ?? null),
    forget: (id) => whenOpen((keys) => (keys.delete(id), null)),
  };
  return file;
};
