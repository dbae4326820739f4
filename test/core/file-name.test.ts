import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fileNameOf, isNameTemplate, numberedName, partNameOf } from '../../electron/core/file-name.ts';

const at = new Date(2026, 0, 2, 3, 4).getTime();
const named = (title: string, template = '{title}'): string =>
  fileNameOf(template, { at, model: 'sora-2', title, id: 'sora-2:task_1' });

describe('a file name', () => {
  it.each([
    ['A paper boat', 'A paper boat'],
    ['../../etc/passwd', '-..-etc-passwd'],
    ['..\\..\\boot.ini', '-..-boot.ini'],
    ['a\0b\nc\u202Edm4', 'ab cdm4'],
    ['what? "yes" <no> | *', 'what- -yes- -no- - -'],
    ['...', 'video'],
    ['', 'video'],
    [' .hidden. ', 'hidden'],
    ['ends with dots...', 'ends with dots'],
    ['CON', '_CON'],
    ['nul.txt', '_nul.txt'],
    ['com1 ', '_com1'],
    ['LPT¹', '_LPT¹'],
    ['Console', 'Console'],
    ['{model} {id}', '{model} {id}'],
    ['纸船 🚣 été', '纸船 🚣 été'],
  ])('of %j is %j', (title, name) => {
    expect(named(title)).toBe(name);
  });

  it('is filled from its template', () => {
    expect(named('Boat', '{date} {model} {title} {id}')).toBe('2026-01-02 sora-2 Boat sora-2-task_1');
    expect(fileNameOf('{model} {title}', { at, model: null, title: 'Boat', id: '1' })).toBe('Boat');
  });

  it('of a title of 300 characters is cut between two of them', () => {
    expect(named('片'.repeat(300))).toBe('片'.repeat(60));
    expect(named('👩‍👩‍👧‍👦'.repeat(300))).toMatch(/^(?:👩‍👩‍👧‍👦)+$/u);
    expect(named('x'.repeat(300))).toHaveLength(120);
  });

  it('is safe on every system, whatever the title, the model, the id and the template hold', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 400 }),
      fc.constantFrom('..', '../', 'CON', 'aux.', 'nul', '\0', '.', ' ', 'com9.tar', '/', '\\', '\uD800'),
    );
    fc.assert(
      fc.property(hostile, hostile, hostile, hostile, (template, title, model, id) => {
        const name = fileNameOf(`${template}{title}{model}{id}`, { at, model, title, id });
        expect(name).not.toMatch(/[\p{Cc}<>:"/\\|?*]/u);
        expect(name).not.toMatch(/^[. ]|[. ]$/);
        expect(name).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$| )/i);
        expect(name).not.toBe('');
        expect(name.isWellFormed()).toBe(true);
        for (const whole of [numberedName(name, 'webm', 999), partNameOf(name, 'x'.repeat(99))])
          expect(Buffer.byteLength(whole)).toBeLessThanOrEqual(255);
      }),
      { numRuns: 2000 },
    );
  });

  it('of two tasks with one title is not shared while they are being saved', () => {
    const [one, other] = ['3f2a9c10-0000-4000-8000-000000000001', '3f2a9c10-0000-4000-8000-000000000002'];
    expect(partNameOf('Boat', one)).not.toBe(partNameOf('Boat', other));
  });
});

it('only what can be filled in may stand in braces', () => {
  expect(isNameTemplate('{date} - {title} ({model}) {id}')).toBe(true);
  expect(isNameTemplate('plain')).toBe(true);
  expect(isNameTemplate('{name}')).toBe(false);
  expect(isNameTemplate('{}')).toBe(false);
});
