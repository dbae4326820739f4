import { describe, expect, it } from 'vitest';
import { troublesOf } from '../../electron/dialects/custom-definition.ts';
import type { CustomDialect, CustomDialectField } from '../../electron/shared/custom-dialect.ts';
import { words } from '../../electron/shared/language/spoken.ts';
import { lumen, orbit } from '../fakes/described-apis.ts';

const withPath = (...paths: readonly string[]): CustomDialect => ({ ...lumen, paths });
const withHeader = (header: Partial<CustomDialect['header']>): CustomDialect => ({
  ...lumen,
  header: { ...lumen.header, ...header },
});
const withStatus = (status: string): CustomDialect => ({
  ...lumen,
  selectors: { ...lumen.selectors, status },
});
const withWords = (words: Partial<CustomDialect['words']>): CustomDialect => ({
  ...lumen,
  words: { ...lumen.words, ...words },
});

/** The one trouble of a field, as it is told. */
const told = (definition: CustomDialect, field: CustomDialectField): string | null => {
  const { [field]: trouble = null, ...others } = troublesOf(definition);
  expect(others).toEqual({});
  return trouble === null ? null : words().dialects.troubles[trouble];
};

describe('a description', () => {
  it('that can be used has no troubles', () => {
    expect(troublesOf(lumen)).toEqual({});
    expect(troublesOf(orbit)).toEqual({});
  });

  it.each([
    '',
    'lumen',
    'relay',
    'custom:',
    'custom:Lumen',
    'custom:a--b',
    'custom:../x',
    `custom:${'a'.repeat(60)}`,
  ])('cannot have the id %j', (id) => {
    expect(told({ ...lumen, id }, 'id')).toContain('lower-case letters');
  });

  it('has a name of a sane length', () => {
    expect(told({ ...lumen, label: ' \n' }, 'label')).toBe('Give the API a name.');
    expect(told({ ...lumen, label: 'x'.repeat(61) }, 'label')).toContain('60 characters');
  });
});

describe('a path', () => {
  it.each(['/v1/tasks/{id}', '/{kind}/{id}?x=1', '/q?id={id}&full=1', '/ops/{id...}'])(
    'can be %s',
    (path) => {
      expect(told(withPath(path), 'paths')).toBeNull();
    },
  );

  it.each([
    ['/v1/tasks', 'Put {id}'],
    ['', 'Enter the path'],
    ['v1/{id}', 'begins with “/”'],
    ['/v1/job-{id}', 'begins with “/”'],
    ['/{id}/../secret', 'begins with “/”'],
    ['/{id}#x', 'begins with “/”'],
    ['/{id}\\x', 'begins with “/”'],
    ['/{id} x', 'begins with “/”'],
    ['/{id}?a=1?b=2', 'begins with “/”'],
    ['/{id}?{key}', 'begins with “/”'],
    [`/${'x'.repeat(300)}/{id}`, '300 characters'],
  ])('cannot be %j', (path, sentence) => {
    expect(told(withPath(path), 'paths')).toContain(sentence);
    expect(told(withPath('/v1/{id}', path), 'paths')).toContain(sentence);
  });

  it('is there, and not more than five times', () => {
    expect(told(withPath(), 'paths')).toContain('Enter the path');
    expect(told(withPath(...'abcdef'.split('').map((letter) => `/${letter}/{id}`)), 'paths')).toContain(
      'five',
    );
  });
});

describe('a header', () => {
  it.each(['', 'X Key', 'X:Key', 'Käy', 'X\r\nY'])('cannot be called %j', (name) => {
    expect(told(withHeader({ name }), 'headerName')).toContain('cannot be a header');
  });

  it.each(['Host', 'cookie', 'Content-Length', 'transfer-encoding', 'Proxy-Authorization', 'Sec-Fetch-Mode'])(
    'cannot be %s, which belongs to the connection',
    (name) => {
      expect(told(withHeader({ name }), 'headerName')).toContain('belongs to the connection');
    },
  );

  it('carries the key once and nothing that would break the line', () => {
    expect(told(withHeader({ value: 'Bearer' }), 'headerValue')).toContain('{key}');
    expect(told(withHeader({ value: '{key} {key}' }), 'headerValue')).toContain('{key}');
    expect(told(withHeader({ value: '{key}\r\nX: y' }), 'headerValue')).toContain('cannot be a header');
    expect(told(withHeader({ value: `{key}${'x'.repeat(300)}` }), 'headerValue')).toContain('300');
  });
});

describe('a selector', () => {
  it.each([
    '$.a',
    "$['a b'].c",
    '$.a[0].b',
    '$.a[-1]',
    '$..status',
    '$.a[*].b',
    '$.a[?@.b == "x" && !@.c].d',
  ])('can be %s', (status) => {
    expect(told(withStatus(status), 'status')).toBeNull();
  });

  it.each([
    ['', 'Without it nothing can be told'],
    ['status', 'not a JSONPath'],
    ['$.a[', 'not a JSONPath'],
    ['$.a.', 'not a JSONPath'],
    ['$.a;process.exit()', 'not a JSONPath'],
    [`$.${'a'.repeat(300)}`, '300 characters'],
    ['$..a..b', 'at most one “..”'],
    ['$[*,*][*,*]', 'one choice in each bracket'],
    ['$.a[?@..b]', 'nested searches'],
    ['$.a[?@[?@.b]]', 'nested searches'],
    ['$.a[?match(@.b, "(a+)+$")]', 'no functions'],
    ['$.a[?length(@.b) > 1]', 'no functions'],
  ])('cannot be %j', (status, sentence) => {
    expect(told(withStatus(status), 'status')).toContain(sentence);
  });
});

describe('words', () => {
  it('of success are there, so that a task can become ready', () => {
    expect(told(withWords({ succeeded: [] }), 'succeeded')).toContain('no task could ever become ready');
    expect(told(withWords({ queued: [], failed: [], cancelled: [], gone: [] }), 'failed')).toBeNull();
  });

  it.each([[['']], [[' - ']], [['a, b']], [['x'.repeat(81)]]])('cannot be %j', (failed) => {
    expect(told(withWords({ failed }), 'failed')).toContain('at most 80 characters');
  });

  it('mean one thing only, however they are written', () => {
    expect(troublesOf(withWords({ failed: ['Rea_dy'] }))).toEqual({
      succeeded: 'word-twice',
      failed: 'word-twice',
    });
  });

  it('are not more than 40 in a list', () => {
    expect(
      told(withWords({ failed: Array.from({ length: 41 }, (_, n) => `f${String(n)}`) }), 'failed'),
    ).toContain('40');
  });
});
