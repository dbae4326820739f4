import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { troublesOf } from '../../electron/dialects/custom-definition.ts';
import { describedDialects } from '../../electron/dialects/custom-described.ts';
import { customDialect } from '../../electron/dialects/custom.ts';
import { dialectFromText, textOfDialect } from '../../electron/ipc/custom-dialect-parser.ts';
import { selectorNames, wordLists, type CustomDialect } from '../../electron/shared/custom-dialect.ts';

const names = ['a', 'b', 'status', '__proto__', 'url'] as const;
const word = fc.oneof(
  fc.constantFrom(
    'done',
    'DONE',
    'broken',
    'on_hold',
    'on hold',
    '1',
    '-1',
    '',
    ',',
    'true',
    'https://files.example/v.mp4',
  ),
  fc.string(),
);
const segment = fc.constantFrom(
  ...names.map((name) => `.${name}`),
  '[*]',
  '[0]',
  '..a',
  '..*',
  '[?@.a]',
  '[?@.a==1]',
  "['b','a']",
);
const selector = fc.oneof(
  { arbitrary: fc.array(segment, { maxLength: 4 }).map((segments) => `$${segments.join('')}`), weight: 5 },
  { arbitrary: fc.constant(''), weight: 2 },
  { arbitrary: fc.string(), weight: 1 },
);
const text = (...usual: readonly string[]) => fc.oneof(fc.constantFrom(...usual), fc.string());

const sameForAll = <Name extends string, Value>(
  keys: readonly Name[],
  each: fc.Arbitrary<Value>,
): fc.Arbitrary<Record<Name, Value>> =>
  fc
    .array(each, { minLength: keys.length, maxLength: keys.length })
    .map((values) => Object.fromEntries(keys.map((key, at) => [key, values[at]])) as Record<Name, Value>);

/** Descriptions as anybody may write them; many can be used. */
const definition: fc.Arbitrary<CustomDialect> = fc.record({
  id: text('custom:a', 'custom:b-2'),
  label: text('A'),
  paths: fc.array(text('/v1/{id}', '/q?id={id}', '//gateway.example/{id}', '/@elsewhere.example/{id}'), {
    maxLength: 3,
  }),
  header: fc.record({ name: text('X-Key', 'Authorization'), value: text('{key}', 'Bearer {key}') }),
  selectors: fc
    .tuple(sameForAll(selectorNames, selector), fc.constantFrom('$.status', '$..status', '$.a[*]', null))
    .map(([selectors, status]) => (status === null ? selectors : { ...selectors, status, taskId: '' })),
  progressScale: fc.constantFrom('fraction', 'percent'),
  words: sameForAll(wordLists, fc.array(word, { maxLength: 3 })),
});

/** JSON made of what the selectors look for. */
const value = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    word,
    fc.double(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...names), tie('value'), { maxKeys: 4 }),
  ),
})).value;
const body = fc.oneof(
  {
    arbitrary: fc
      .tuple(fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 4 }), word)
      .map(([object, status]) => JSON.stringify({ status, ...object })),
    weight: 6,
  },
  { arbitrary: fc.json(), weight: 1 },
  { arbitrary: fc.string({ unit: 'binary' }), weight: 1 },
);

const base = 'https://gateway.example/base';
const plain = (one: string): string =>
  one
    .trim()
    .toLowerCase()
    .replaceAll(/(?!^-\d)[\s_-]+/g, '');

/** Every text and number that is anywhere in an answer. */
const leavesOf = (json: unknown): readonly string[] =>
  typeof json === 'object' && json !== null ? Object.values(json).flatMap(leavesOf) : [String(json)];

describe('any description and any answer', () => {
  it('never throw, and no task ends without a word that is listed for that', () => {
    let finals = 0;
    fc.assert(
      fc.property(
        definition,
        body,
        fc.integer({ min: 100, max: 599 }),
        fc.string(),
        (described, json, status, remoteId) => {
          troublesOf(described);
          describedDialects.previewOf(described, json, remoteId);
          const asked = { baseUrl: base, remoteId, key: 'key' };
          const usual = status < 400 ? 200 : status;
          const reading = customDialect(described).read(asked, { status: usual, headers: {}, body: json }, 0);
          expect(reading.kind).not.toBe('ask-more');
          if (reading.kind !== 'report') return;
          const { report } = reading;
          for (const link of report.links) expect(link.url).toMatch(/^https?:\/\//);
          expect(report.progress === null || (report.progress >= 0 && report.progress <= 1)).toBe(true);
          const { phase } = report;
          if (phase === 'queued' || phase === 'running') return;
          finals += 1;
          const listed = phase === 'lost' ? [] : described.words[phase];
          const said = new Set(leavesOf(JSON.parse(json)).map(plain));
          expect(listed.some((one) => said.has(plain(one)))).toBe(true);
        },
      ),
      { numRuns: 3000 },
    );
    expect(finals).toBeGreaterThan(20);
  });

  it('send the key to the gateway’s own origin only', () => {
    fc.assert(
      fc.property(definition, fc.string(), (described, remoteId) => {
        fc.pre(troublesOf(described).paths === undefined);
        const { url } = customDialect(described).request({ baseUrl: base, remoteId, key: 'key' });
        expect(new URL(url).origin).toBe('https://gateway.example');
        expect(url).not.toContain('key=');
      }),
      { numRuns: 500 },
    );
  });

  it('are the same after they were written down and read again', () => {
    fc.assert(
      fc.property(definition, (described) => {
        const { selectors, words } = described;
        // Both are always there in a description that can be stored.
        fc.pre(selectors.status !== '' && words.succeeded.length > 0);
        expect(dialectFromText(textOfDialect(described))).toEqual({ ok: true, value: described });
      }),
      { numRuns: 300 },
    );
  });
});
