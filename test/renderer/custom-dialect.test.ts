import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { previewOf } from '../../electron/dialects/custom-preview.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import { CustomDialectEditor } from '../../renderer/custom-dialect.svelte.ts';
import { customIdOf, previewText, wordsOf } from '../../renderer/custom-dialect-text.ts';
import { DialectChoice } from '../../renderer/dialect-choice.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';
import { lumen, lumenAnswer } from '../fakes/described-apis.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A bridge whose preview is the real one. */
const bridgeWithPreview = (): FakeBridge => {
  const bridge = new FakeBridge();
  bridge.answers['dialects:preview'] = previewOf;
  return bridge;
};

const previewsOf = (bridge: FakeBridge) =>
  bridge.asked.filter(({ channel }) => channel === 'dialects:preview');

describe('the editor of a description', () => {
  it('gives back what it was filled with', () => {
    expect(new CustomDialectEditor(new FakeBridge(), lumen, []).definition).toEqual(lumen);
  });

  it('gives a new description an id that is not taken', () => {
    const editor = new CustomDialectEditor(new FakeBridge(), null, ['custom:lumen-studio']);
    editor.label = ' Lumen Studio! ';
    expect(editor.definition).toMatchObject({ id: 'custom:lumen-studio-2', label: 'Lumen Studio!' });
  });

  it('previews once typing pauses, and not after it was closed', async () => {
    const bridge = bridgeWithPreview();
    const editor = new CustomDialectEditor(bridge, lumen, []);
    editor.sample = lumenAnswer({ percent: 42 });
    for (let typed = 0; typed < 5; typed += 1) {
      editor.edited();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(previewsOf(bridge)).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(250);
    expect(previewsOf(bridge)).toHaveLength(1);
    expect(editor.preview?.reading).toMatchObject({ phase: 'running', progress: 0.42 });
    editor.edited();
    editor.close();
    await vi.advanceTimersByTimeAsync(1000);
    expect(previewsOf(bridge)).toHaveLength(1);
  });

  it('says at once what is wrong, but of empty fields only after a try to save', async () => {
    const bridge = bridgeWithPreview();
    bridge.answers['dialects:save'] = (definition) => failed(previewOf(definition, '', '').troubles);
    const editor = new CustomDialectEditor(bridge, null, []);
    editor.selectors.progress = 'progress';
    editor.edited();
    await vi.advanceTimersByTimeAsync(250);
    expect(editor.troubleOf('progress')).toBe('selector-malformed');
    expect(editor.troubleOf('status')).toBeNull();
    expect(await editor.save()).toBeNull();
    expect(editor.troubleOf('status')).toBe('selector-missing');
    expect(editor.troubleOf('paths')).toBe('path-missing');
    expect(editor.troubleOf('succeeded')).toBe('word-missing');
  });
});

describe('the choice of a dialect', () => {
  const choiceOf = async (bridge = bridgeWithPreview()) => {
    const choice = new DialectChoice(bridge);
    await choice.read();
    return { bridge, choice };
  };

  it('adds a description, and opens it again to change it', async () => {
    const { choice } = await choiceOf();
    await choice.edit(null);
    if (choice.editor) choice.editor.label = 'Lumen';
    expect(await choice.save()).toMatchObject({ id: 'custom:lumen', replaced: false });
    expect(choice.editor).toBeNull();
    expect(choice.own.map(({ label }) => label)).toEqual(['Lumen']);
    expect([choice.isOwn('custom:lumen'), choice.isOwn('relay')]).toEqual([true, false]);
    await choice.edit('custom:lumen');
    expect(choice.editor).toMatchObject({ id: 'custom:lumen', label: 'Lumen' });
    expect(await choice.copy('custom:lumen')).toBe(true);
  });

  it('keeps the editor open, with the reason, when a description is in use', async () => {
    const { bridge, choice } = await choiceOf();
    bridge.definitions.set(lumen.id, lumen);
    await choice.edit(lumen.id);
    bridge.answers['dialects:remove'] = () => failed('in-use');
    expect(await choice.remove()).toBe(false);
    expect(choice.editor?.removalTrouble).toBe('in-use');
  });

  it('takes a description that was sent, or says why not', async () => {
    const { bridge, choice } = await choiceOf();
    await choice.edit(null);
    expect(await choice.importFrom('hello')).toBeNull();
    expect(choice.importTrouble).toEqual({ kind: 'not-json' });
    bridge.answers['dialects:import'] = () =>
      ok({ id: lumen.id, label: 'Lumen', isCustom: true, replaced: false });
    expect(await choice.importFrom('{}')).toMatchObject({ id: lumen.id });
    expect(choice.editor).toBeNull();
  });
});

describe('an id', () => {
  it.each([
    ['Lumen Studio', 'custom:lumen-studio'],
    ['  Äpfel & Co. ', 'custom:a-pfel-co'],
    ['视频', 'custom:api'],
    [`${'x'.repeat(39)} y`, `custom:${'x'.repeat(39)}`],
  ])('for %j is %s', (label, id) => {
    expect(customIdOf(label, [])).toBe(id);
  });

  it('counts up while it is taken', () => {
    expect(customIdOf('A', ['custom:a', 'custom:a-2'])).toBe('custom:a-3');
  });
});

describe('the words of a field', () => {
  it('are parted by commas and line breaks', () => {
    expect(wordsOf(' done, ready\nall good,, ')).toEqual(['done', 'ready', 'all good']);
  });
});

describe('the text of a preview', () => {
  const textOf = (sample: string) => previewText(previewOf(lumen, sample, ''), sample);

  it('says how the sample is read', () => {
    expect(textOf(lumenAnswer({ percent: 42, prompt: 'A boat' }))).toEqual({
      tone: 'running',
      heading: 'Running, 42 % (status “rendering”)',
      lines: ['Title: A boat'],
    });
    expect(textOf(lumenAnswer({ state: 'ready' })).lines).toEqual(['Links: none found']);
    expect(textOf(lumenAnswer({ state: 'broken', problem: { code: 'e1', text: 'No' } })).lines).toEqual([
      'Failure: No (e1)',
    ]);
    expect(textOf('<html>')).toMatchObject({ tone: 'lost', heading: 'Not read as a task' });
  });

  it('says what is missing before that', () => {
    expect(textOf('').heading).toContain('Paste an answer');
    expect(previewText(null, '{}').heading).toContain('Fill in the fields');
  });
});
