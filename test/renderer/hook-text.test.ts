import { describe, expect, it } from 'vitest';
import type { HookRun } from '../../electron/shared/hooks.ts';
import { hookText } from '../../renderer/hook-text.ts';

const run: HookRun = { name: 'success', program: 'say', state: 'ended', exitCode: 0, output: '' };

describe('what is said of a command', () => {
  it.each([
    [{}, 'say: has run'],
    [{ exitCode: 3 }, 'say: ended with exit code 3'],
    [{ exitCode: null }, 'say: was ended from outside'],
    [{ state: 'running', exitCode: null }, 'say: is running'],
    [
      { state: 'timed-out', exitCode: null },
      'say: took too long and was ended. Settings say how long it may take.',
    ],
    [{ state: 'not-started', exitCode: null }, 'say: could not be started. Check the program in Settings.'],
  ] as const)('%j is “%s”', (change, text) => {
    expect(hookText({ ...run, ...change })).toBe(text);
  });
});
