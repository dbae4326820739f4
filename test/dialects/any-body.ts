import fc from 'fast-check';
import type { DialectId } from '../../electron/dialects/dialect.ts';
import type { Reply } from '../gateway/replies.ts';
import type { Spoken } from '../gateway/spoken.ts';
import { changed, pathsIn, type Change, type Path } from '../fakes/changed-value.ts';
import { spoken } from '../gateway/spoken/all.ts';
import { now } from './reading-of.ts';

const bodyOf = (reply: Reply): unknown => (reply.kind === 'answer' ? JSON.parse(reply.body) : null);

const momentOf = ({ remoteId }: Spoken) => ({ id: remoteId, at: now, passed: 0 });

/** What a gateway of the dialect says of a task that waits or runs. */
export const unfinishedBodies = (id: DialectId): readonly unknown[] => {
  const moment = momentOf(spoken[id]);
  return [spoken[id].queued(moment), spoken[id].running(moment, 0.42)].map(bodyOf);
};

/** All that a gateway of the dialect says of a task. */
export const spokenBodies = (id: DialectId): readonly unknown[] => {
  const told = spoken[id];
  const moment = momentOf(told);
  const ended = [told.succeeded(moment), told.failed(moment, 'no'), told.notFound(moment)];
  const cancelled = told.cancelled === null ? [] : [told.cancelled(moment)];
  return [...unfinishedBodies(id), ...[...ended, ...cancelled].map(bodyOf)];
};

const moreNames = [
  'fail_reason',
  'result_url',
  'metadata',
  'successFlag',
  'done',
  'data',
  'error',
  'code',
  '__proto__',
];

const namesOf = (id: DialectId): readonly string[] => [
  ...new Set(spokenBodies(id).flatMap(pathsIn).flat().map(String)),
  ...moreNames,
];

const wordsOf = (id: DialectId): readonly string[] =>
  Object.values(spoken[id].dialect.shape.words).flat() as string[];

const nastyTexts = [
  'https://cdn.example.com/v.mp4?se=2026-01-08T03%3A10Z',
  'javascript:alert(1)',
  'file:///etc/passwd',
  'data:video/mp4;base64,AAAA',
  'https://user:pass@cdn.example.com/v.mp4',
  '\u202Egnp.4pm\u2066 and \u0000\u001B[31mred\u2028two\r\nlines',
  'x'.repeat(5000),
  '100%',
  '1e999',
  '999999999999999999999',
  '{"resultUrls":["ftp://x"]}',
];

const leafOf = (id: DialectId): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc.constantFrom<unknown>(...wordsOf(id), 'completed', 'failed', 'cancelled', 'not_found'),
    fc.constantFrom<unknown>(...nastyTexts, spoken[id].remoteId),
    fc.constantFrom<unknown>(null, true, false, 0, 1, -1, 2, 100, 200, 404, 1e300, {}, []),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.double(),
  );

/** JSON of the fields that the dialect reads, each holding anything; or anything else. */
export const anyBody = (id: DialectId): fc.Arbitrary<unknown> => {
  const name = fc.constantFrom(...namesOf(id));
  const { object, value } = fc.letrec<{ value: unknown; object: object }>((tie) => ({
    object: fc.dictionary(name, tie('value'), { maxKeys: 8 }),
    value: fc.oneof({ maxDepth: 4 }, leafOf(id), tie('object'), fc.array(tie('value'), { maxLength: 3 })),
  }));
  return fc.oneof({ weight: 5, arbitrary: object }, value, fc.jsonValue());
};

/** Samples of the dialect with up to four values replaced or added, except at the paths that are kept. */
export const bodiesNear = (
  id: DialectId,
  samples: readonly unknown[],
  isKept: (path: Path) => boolean = () => false,
): fc.Arbitrary<unknown> => {
  const change = fc.record<Change>({
    where: fc.nat(),
    name: fc.option(fc.constantFrom(...namesOf(id)), { nil: null }),
    value: fc.oneof(leafOf(id), leafOf(id), anyBody(id)),
  });
  return fc
    .tuple(fc.constantFrom(...samples), fc.array(change, { minLength: 1, maxLength: 4 }))
    .map(([sample, changes]) => changes.reduce((body, one) => changed(body, one, isKept), sample));
};
