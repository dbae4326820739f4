import { expect, it } from 'vitest';
import { type PressedKey, windowCommandOf } from '../../renderer/keyboard.ts';

const press = (key: string, given: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...given,
});

it('searches on Ctrl F, Command F and on a slash that is not typed into a field', () => {
  expect(windowCommandOf(press('f', { ctrlKey: true }), true)).toBe('search');
  expect(windowCommandOf(press('f', { metaKey: true }), true)).toBe('search');
  expect(windowCommandOf(press('/'), false)).toBe('search');
  expect(windowCommandOf(press('/'), true)).toBeNull();
});

it('opens the settings on Ctrl comma and takes back on Escape', () => {
  expect(windowCommandOf(press(',', { ctrlKey: true }), true)).toBe('settings');
  expect(windowCommandOf(press('Escape'), true)).toBe('escape');
});

it('leaves every other key alone', () => {
  expect(windowCommandOf(press('f'), false)).toBeNull();
  expect(windowCommandOf(press('f', { ctrlKey: true, altKey: true }), false)).toBeNull();
});
