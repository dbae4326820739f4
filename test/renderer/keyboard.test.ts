import { expect, it } from 'vitest';
import { listCommandOf, type PressedKey, windowCommandOf } from '../../renderer/keyboard.ts';

const press = (key: string, given: Partial<PressedKey> = {}): PressedKey => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
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

it('takes back on Ctrl Z, but not what is typed into a field', () => {
  expect(windowCommandOf(press('z', { ctrlKey: true }), false)).toBe('undo');
  expect(windowCommandOf(press('z', { metaKey: true }), false)).toBe('undo');
  expect(windowCommandOf(press('z', { ctrlKey: true }), true)).toBeNull();
  expect(windowCommandOf(press('Z', { ctrlKey: true, shiftKey: true }), false)).toBeNull();
});

it('leaves every other key alone', () => {
  expect(windowCommandOf(press('f'), false)).toBeNull();
  expect(windowCommandOf(press('f', { ctrlKey: true, altKey: true }), false)).toBeNull();
});

it('shows all keys on a question mark that is not typed into a field', () => {
  expect(windowCommandOf(press('?', { shiftKey: true }), false)).toBe('shortcuts');
  expect(windowCommandOf(press('?', { shiftKey: true }), true)).toBeNull();
});

it('moves through the list, alone or with what is on the way', () => {
  expect(listCommandOf(press('PageDown'))).toEqual({ do: 'select', step: 'page-down' });
  expect(listCommandOf(press('End', { shiftKey: true }))).toEqual({ do: 'extend', step: 'last' });
  expect(listCommandOf(press('ArrowUp', { ctrlKey: true }))).toEqual({ do: 'move', step: 'previous' });
  expect(listCommandOf(press('ArrowUp', { altKey: true }))).toBeNull();
});

it('selects all only with Ctrl or Command, and leaves their other keys alone', () => {
  expect(listCommandOf(press('a', { metaKey: true }))).toEqual({ do: 'choose-all' });
  expect(listCommandOf(press('a'))).toBeNull();
  expect(listCommandOf(press('Enter', { ctrlKey: true }))).toBeNull();
  expect(listCommandOf(press(' '))).toEqual({ do: 'toggle' });
});
