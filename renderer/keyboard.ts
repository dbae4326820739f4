import type { Step } from './task-list.svelte.ts';

/** What a key asks of the window as a whole; null when it is none of its business. */
export type WindowCommand = 'search' | 'settings' | 'escape';

export interface PressedKey {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

export const windowCommandOf = (pressed: PressedKey, isTyping: boolean): WindowCommand | null => {
  if (pressed.altKey) return null;
  const withCommand = pressed.ctrlKey || pressed.metaKey;
  if (withCommand && pressed.key.toLowerCase() === 'f') return 'search';
  if (withCommand && pressed.key === ',') return 'settings';
  if (withCommand) return null;
  if (pressed.key === '/' && !isTyping) return 'search';
  return pressed.key === 'Escape' ? 'escape' : null;
};

/** Whether typed text goes into this element. */
export const takesText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]');

/** How the keys of a list move its selection. */
export const stepOfKey: Readonly<Partial<Record<string, Step>>> = {
  ArrowUp: 'previous',
  ArrowDown: 'next',
  Home: 'first',
  End: 'last',
};
