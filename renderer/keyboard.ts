import type { Step } from './task-list.svelte.ts';

/** What a key asks of the window as a whole; null when it is none of its business. */
export type WindowCommand = 'search' | 'settings' | 'shortcuts' | 'undo' | 'escape';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

export const windowCommandOf = (pressed: PressedKey, isTyping: boolean): WindowCommand | null => {
  if (pressed.altKey) return null;
  const withCommand = pressed.ctrlKey || pressed.metaKey;
  if (withCommand && pressed.key.toLowerCase() === 'f') return 'search';
  if (withCommand && pressed.key === ',') return 'settings';
  // In a field it takes back what was typed.
  if (withCommand && pressed.key.toLowerCase() === 'z' && !pressed.shiftKey && !isTyping) return 'undo';
  if (withCommand) return null;
  if (pressed.key === '/' && !isTyping) return 'search';
  if (pressed.key === '?' && !isTyping) return 'shortcuts';
  return pressed.key === 'Escape' ? 'escape' : null;
};

/** Whether typed text goes into this element, or finds something in it. */
export const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.matches('input, textarea, [contenteditable], [role="combobox"], [role^="menu"]');

/** What a key does in the list. */
export type ListCommand =
  | { readonly do: 'select' | 'move' | 'extend'; readonly step: Step }
  | { readonly do: 'choose-all' | 'toggle' | 'open' | 'remove' };

/** How the keys of a list move its selection. */
const stepOfKey: Readonly<Partial<Record<string, Step>>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  Home: 'first',
  End: 'last',
  PageUp: 'page-up',
  PageDown: 'page-down',
};

/** Shift chooses up to where the step leads, Ctrl or Command moves the focus alone. Null for any other key. */
export const listCommandOf = (pressed: PressedKey): ListCommand | null => {
  if (pressed.altKey) return null;
  const withCommand = pressed.ctrlKey || pressed.metaKey;
  const step = stepOfKey[pressed.key];
  if (step) return { do: pressed.shiftKey ? 'extend' : withCommand ? 'move' : 'select', step };
  if (pressed.key === ' ') return { do: 'toggle' };
  if (withCommand) return pressed.key.toLowerCase() === 'a' ? { do: 'choose-all' } : null;
  if (pressed.key === 'Enter') return { do: 'open' };
  return pressed.key === 'Delete' ? { do: 'remove' } : null;
};
