import fc from 'fast-check';
import { changed, type Change } from '../fakes/changed-value.ts';

const nasty = [
  '',
  '../../etc/passwd',
  '\u202Egnp.4pm\u2066 and \u0000\u001B[31mred\u2028two\r\nlines',
  'javascript:alert(1)',
  'http://user:pass@127.0.0.1:1/?q=1#x',
  '$.a..b[?(@.c)]',
  '__proto__',
  'constructor',
  'x'.repeat(20_000),
];

const leaf = fc.oneof(
  fc.constantFrom<unknown>(...nasty),
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1.5, 1e300, Number.NaN, {}, [], undefined),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.double(),
);

/** One of the samples with up to three values replaced or added; some of them as they are, some anything at all. */
export const near = (samples: readonly unknown[], names: readonly string[]): fc.Arbitrary<unknown> => {
  const change = fc.record<Change>({
    where: fc.nat(),
    name: fc.option(fc.constantFrom(...names, '__proto__', 'constructor'), { nil: null }),
    value: fc.oneof(leaf, leaf, fc.jsonValue()),
  });
  const mutated = fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { maxLength: 3 }))
    .map(([sample, changes]) => changes.reduce((value, one) => changed(value, one), sample));
  return fc.oneof({ weight: 9, arbitrary: mutated }, { weight: 1, arbitrary: fc.anything() });
};
