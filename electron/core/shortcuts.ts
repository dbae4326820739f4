import type { Shortcut, ShortcutName, ShortcutTrouble } from '../shared/preferences.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import { acceleratorOf } from './accelerator.ts';
import type { GlobalKeys } from './ports.ts';
import type { TaskStore } from './store-ports.ts';

export interface ShortcutsDependencies {
  readonly keys: GlobalKeys;
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly run: Readonly<Record<ShortcutName, () => void>>;
}

/** Keys that work while any other program has the focus. */
export interface Shortcuts {
  list(): Readonly<Record<ShortcutName, Shortcut>>;
  /** Null takes the keys away. What cannot be had leaves the keys before as they were. */
  set(name: ShortcutName, keys: string | null): Result<null, ShortcutTrouble>;
  /** Takes hold of what was chosen in an earlier run. */
  restore(): void;
  stop(): void;
}

const names: readonly ShortcutName[] = ['window', 'clipboard'];

export const createShortcuts = ({ keys, store, run }: ShortcutsDependencies): Shortcuts => {
  const none: Shortcut = { keys: null, works: false };
  const held: Record<ShortcutName, Shortcut> = { window: none, clipboard: none };

  const letGo = ({ keys: combination, works }: Shortcut): void => {
    if (combination !== null && works) keys.release(combination);
  };
  const take = (name: ShortcutName, combination: string): Shortcut => ({
    keys: combination,
    works: keys.take(combination, run[name]),
  });
  const keep = (name: ShortcutName, shortcut: Shortcut): void => {
    held[name] = shortcut;
    store.saveSetting(`shortcut-${name}`, shortcut.keys ?? '');
  };

  return {
    list: () => ({ ...held }),
    set: (name, text) => {
      const before = held[name];
      if (text === null) {
        letGo(before);
        keep(name, none);
        return ok(null);
      }
      const wanted = acceleratorOf(text);
      if (!wanted.ok) return wanted;
      if (names.some((other) => other !== name && held[other].keys === wanted.value))
        return failed('used-here');
      if (wanted.value === before.keys && before.works) return ok(null);
      // The new one first: if it cannot be had, the one before was never let go.
      const after = take(name, wanted.value);
      if (!after.works) return failed('taken');
      if (before.keys !== after.keys) letGo(before);
      keep(name, after);
      return ok(null);
    },
    restore: () => {
      for (const name of names) {
        const chosen = acceleratorOf(store.setting(`shortcut-${name}`) ?? '');
        if (chosen.ok) held[name] = take(name, chosen.value);
      }
    },
    stop: () => {
      for (const name of names) letGo(held[name]);
    },
  };
};
