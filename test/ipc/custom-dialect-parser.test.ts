import { describe, expect, it } from 'vitest';
import { dialectFromText, textOfDialect } from '../../electron/ipc/custom-dialect-parser.ts';
import { dialectTextSentence } from '../../electron/shared/custom-dialect-messages.ts';
import { lumen, orbit } from '../fakes/described-apis.ts';

const written = {
  taskbellDialect: 1,
  id: 'custom:lumen',
  label: 'Lumen',
  paths: ['/api/jobs/{id}'],
  header: { name: 'X-Api-Key', value: '{key}' },
  selectors: { status: '$.job.state' },
  words: { succeeded: ['ready'] },
};

const read = (value: unknown) => dialectFromText(JSON.stringify(value));
const told = (text: string): string => {
  const found = dialectFromText(text);
  return found.ok ? '' : dialectTextSentence(found.trouble);
};

describe('the JSON of a description', () => {
  it('is written without what is not used, and read back the same', () => {
    expect(JSON.parse(textOfDialect(orbit))).toEqual({
      taskbellDialect: 1,
      id: 'custom:orbit-2',
      label: 'Orbit',
      paths: ['/query?task={id}'],
      header: { name: 'Authorization', value: 'Token {key}' },
      selectors: { status: '$.parts[*].code', progress: '$.done', video: '$..url' },
      progressScale: 'fraction',
      words: { queued: ['0'], succeeded: ['2'], failed: ['-2', '3'] },
    });
    for (const definition of [lumen, orbit])
      expect(dialectFromText(textOfDialect(definition))).toEqual({ ok: true, value: definition });
  });

  it('may leave out what is not used', () => {
    expect(read(written)).toMatchObject({
      ok: true,
      value: { progressScale: 'percent', selectors: { video: '' }, words: { failed: [] } },
    });
    expect(dialectFromText(`\uFEFF${JSON.stringify(written)}`)).toMatchObject({ ok: true });
  });

  it.each([
    [{ ...written, taskbellDialect: 2 }, 'taskbellDialect'],
    [{ ...written, paths: '/x' }, 'paths'],
    [{ ...written, paths: [7] }, 'paths.0'],
    [{ ...written, header: { name: 'X' } }, 'header.value'],
    [{ ...written, selectors: { state: '$.a' } }, 'selectors.status'],
    [{ ...written, selectors: { status: '$.a', stauts: '$.b' } }, 'selectors.stauts'],
    [{ ...written, words: { succeeded: 'ready' } }, 'words.succeeded'],
    [{ ...written, run: 'x' }, 'run'],
    [{ ...written, label: 'x'.repeat(3000) }, 'label'],
  ])('names the field that is wrong (%#)', (value, at) => {
    expect(read(value)).toEqual({ ok: false, trouble: { kind: 'not-a-dialect', at } });
    expect(told(JSON.stringify(value))).toContain(`Look at “${at}”.`);
  });

  it('is refused with a sentence when it is something else', () => {
    expect(told('hello')).toContain('not JSON');
    expect(told('7')).toContain('not the description of an API.');
    expect(told('[]')).toContain('not the description of an API.');
    expect(told(`"${'x'.repeat(100_000)}"`)).toContain('not the description of an API.');
  });
});
