import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Toasts } from '../../renderer/toasts.svelte.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('shows the latest message, and every one that offers an action', () => {
  const toasts = new Toasts();
  const textsAfter = (text: string, action: Parameters<Toasts['say']>[1] = null) => {
    toasts.say(text, action);
    return toasts.shown.map((toast) => toast.text);
  };
  expect(textsAfter('Watching 1 task')).toEqual(['Watching 1 task']);
  expect(textsAfter('Task removed', { text: 'Undo', run: () => undefined })).toEqual(['Task removed']);
  expect(textsAfter('Id copied')).toEqual(['Task removed', 'Id copied']);
  expect(textsAfter('Link copied')).toEqual(['Task removed', 'Link copied']);
});
