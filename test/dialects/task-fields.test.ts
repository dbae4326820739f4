import { describe, expect, it } from 'vitest';
import { linksOf, reportOf, type TaskFields } from '../../electron/dialects/task-fields.ts';
import type { Report } from '../../electron/shared/task.ts';
import { plainReport } from './reading-of.ts';

const words = { queued: ['wait'], succeeded: ['ok'], failed: ['bad'], cancelled: ['off'], gone: ['none'] };
const hour = 60 * 60 * 1000;
const ended = 1767323245678;

const report = (fields: TaskFields, linkLifeMs: number | null = null): Report => {
  const made = reportOf(fields, { words, linkLifeMs });
  if (made === 'gone') throw new Error('The task is gone.');
  return made;
};

const video = (url: string | null) => ({ kind: 'video', url }) as const;

describe('the report that fields make', () => {
  it('says nothing that the fields do not say', () => {
    expect(report({ word: 'Working' })).toEqual({ ...plainReport, phase: 'running', stage: 'Working' });
  });

  it('is none when the word says that there is no such task', () => {
    expect(reportOf({ word: 'NONE' }, { words, linkLifeMs: null })).toBe('gone');
  });

  it.each([
    [0.42, 0.42],
    [-1, 0],
    [7, 1],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, 1],
    [null, null],
  ])('has of the progress %s the part in range, and never ends by it', (progress, shown) => {
    expect(report({ word: 'x', progress })).toMatchObject({ phase: 'running', progress: shown });
  });

  it.each([
    [3, 3],
    [0, 0],
    [-1, null],
    [1.5, null],
    [Number.NaN, null],
  ])('has the place %s in the queue when it is one', (queuePosition, shown) => {
    expect(report({ word: 'wait', queuePosition }).queuePosition).toBe(shown);
  });

  it('has texts of one line that are cut and free of what turns them around', () => {
    const { stage, title, model } = report({
      word: 'w'.repeat(200),
      title: ' a\u202Eb\r\n\u0000c ',
      model: ' \n ',
    });
    expect(stage).toHaveLength(80);
    expect(title).toBe('ab c');
    expect(model).toBeNull();
  });

  it('reads times in every form', () => {
    expect(report({ word: 'x', createdAt: 1767323045, updatedAt: '2026-01-02T03:04:05Z' })).toMatchObject({
      createdAt: 1767323045000,
      updatedAt: Date.UTC(2026, 0, 2, 3, 4, 5),
    });
    expect(report({ word: 'x', createdAt: {}, updatedAt: 0 })).toMatchObject({
      createdAt: null,
      updatedAt: null,
    });
  });

  it('offers links of a success only', () => {
    const links = [video('https://cdn.example.com/1.mp4')];
    expect(report({ word: 'ok', links }).links).toHaveLength(1);
    for (const word of ['x', 'wait', 'bad', 'off']) expect(report({ word, links }).links).toEqual([]);
  });
});

describe('the failure in a report', () => {
  const failure = (fields: Omit<TaskFields, 'word'>) => report({ word: 'BAD', ...fields }).failure;

  it.each<[string, TaskFields['failure'], object]>([
    ['both', { code: 'c_1', message: 'No luck' }, { code: 'c_1', message: 'No luck', reason: 'unknown' }],
    [
      'a message that is a code',
      { code: null, message: 'content_policy_violation' },
      { code: 'content_policy_violation', message: 'content_policy_violation', reason: 'moderation' },
    ],
    [
      'words only',
      { code: null, message: 'No luck' },
      { code: 'bad', message: 'No luck', reason: 'unknown' },
    ],
    [
      'a code only',
      { code: 'Timeout', message: null },
      { code: 'Timeout', message: 'Timeout', reason: 'expired' },
    ],
    ['nothing', undefined, { code: 'bad', message: '', reason: 'unknown' }],
  ])('is made of %s', (_name, said, expected) => {
    expect(failure(said === undefined ? {} : { failure: said })).toEqual(expected);
  });

  it('is there in a failed report alone', () => {
    const said = { failure: { code: 'x', message: 'first try failed' } };
    for (const word of ['x', 'wait', 'ok', 'off']) expect(report({ word, ...said }).failure).toBeNull();
  });

  it('repeats no key and no signature', () => {
    const message = 'Bearer abcdefghijkl refused at https://cdn.example.com/a?sig=secret, sk-abcdef123456';
    expect(JSON.stringify(failure({ failure: { code: message, message } }))).not.toMatch(/abcdef|secret/);
  });
});

describe('the links of a success', () => {
  it('are the first web address of each kind', () => {
    const found = [
      video(null),
      video('javascript:alert(1)'),
      video('https://cdn.example.com/1.mp4'),
      video('https://cdn.example.com/2.mp4'),
      { kind: 'audio', url: 'http://cdn.example.com/1.mp3', needsKey: true } as const,
    ];
    expect(linksOf(found, null, null)).toEqual([
      { kind: 'video', url: 'https://cdn.example.com/1.mp4', needsKey: false, expiresAt: null },
      { kind: 'audio', url: 'http://cdn.example.com/1.mp3', needsKey: true, expiresAt: null },
    ]);
  });

  it('end when they say so themselves, else when the answer says, else by the documents', () => {
    const end = (url: string, expiresAt: unknown, lifeMs: number | null, at: number | null) =>
      linksOf([{ kind: 'video', url, expiresAt }], lifeMs, at)[0]?.expiresAt;
    const signed = 'https://cdn.example.com/1.mp4?Expires=1767330000';
    expect(end(signed, 1767326845, hour, ended)).toBe(1767330000000);
    expect(end('https://cdn.example.com/1.mp4', 1767326845, hour, ended)).toBe(1767326845000);
    expect(end('https://cdn.example.com/1.mp4', undefined, hour, ended)).toBe(ended + hour);
    expect(end('https://cdn.example.com/1.mp4', undefined, hour, null)).toBeNull();
    expect(end('https://cdn.example.com/1.mp4', undefined, null, ended)).toBeNull();
  });

  it.each([
    '//cdn.example.com/v.mp4',
    'ftp://x/v',
    'data:,x',
    'https://u:p@x/v',
    `https://x/${'a'.repeat(9000)}`,
  ])('are not %s', (url) => {
    expect(linksOf([video(url)], null, null)).toEqual([]);
  });
});
