import { afterEach, expect, it } from 'vitest';
import { spokenIn } from '../../electron/shared/language/languages.ts';
import { speak } from '../../electron/shared/language/spoken.ts';
import type { Failure } from '../../electron/shared/task.ts';
import { failureLinesOf } from '../../renderer/failure-lines.ts';

const refusedPrompt: Failure = {
  code: 'content_policy',
  message: 'The prompt was rejected.',
  reason: 'moderation',
};
const linesOf = (more: Partial<Failure> = {}) =>
  failureLinesOf({ phase: 'failed', failure: { ...refusedPrompt, ...more } });

afterEach(() => speak(spokenIn.en));

it('shows short words of the gateway at once, and its code as a code', () => {
  expect(linesOf()).toEqual({
    sentence: 'Rejected by content policy',
    own: 'In the gateway’s words: The prompt was rejected.',
    folded: null,
    code: 'Code: content_policy',
  });
  speak(spokenIn.zh);
  expect(linesOf()).toMatchObject({
    own: '网关的原话：The prompt was rejected.',
    code: '代码：content_policy',
  });
});

it('folds what is longer than a glance', () => {
  expect(linesOf({ message: 'x'.repeat(200) })).toMatchObject({ folded: null });
  expect(linesOf({ message: 'x'.repeat(201) })).toMatchObject({ own: null, folded: 'x'.repeat(201) });
});

it('says nothing twice: neither words that are the sentence, nor a code that is the phase', () => {
  expect(linesOf({ reason: 'unknown', code: 'failed' })).toEqual({
    sentence: 'The prompt was rejected.',
    own: null,
    folded: null,
    code: null,
  });
  expect(failureLinesOf({ phase: 'running', failure: null })).toBeNull();
});
