import { expect, it } from 'vitest';
import { acceleratorOf } from '../../electron/core/accelerator.ts';
import { shortcutOf, shortcutText, type HeldKeys } from '../../renderer/shortcut-keys.ts';

const held = (some: Partial<HeldKeys>): HeldKeys => ({
  key: 't',
  code: 'KeyT',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  ...some,
});

it.each([
  [{ ctrlKey: true, altKey: true }, 'Control+Alt+T'],
  [{ ctrlKey: true, shiftKey: true, key: '!', code: 'Digit1' }, 'Control+Shift+1'],
  [{ metaKey: true, key: 'ArrowUp', code: 'ArrowUp' }, 'Super+Up'],
  [{ key: 'F9', code: 'F9' }, 'F9'],
  // Whatever the layout writes with the key.
  [{ altKey: true, ctrlKey: true, key: 'е', code: 'KeyT' }, 'Control+Alt+T'],
])('%j is %s, which the main process takes', (some, keys) => {
  expect(shortcutOf(held(some), false)).toBe(keys);
  expect(acceleratorOf(keys).ok).toBe(true);
});

it('waits while only modifiers are held', () => {
  expect(shortcutOf(held({ key: 'Control', code: 'ControlLeft', ctrlKey: true }), false)).toBeNull();
});

it('is written as each platform writes it', () => {
  expect(shortcutText('Control+Alt+T', false)).toBe('Ctrl + Alt + T');
  expect(shortcutText('Control+Alt+T', true)).toBe('⌃⌥T');
  expect(shortcutText('CommandOrControl+Shift+T', true)).toBe('⌘⇧T');
});
