import { describe, expect, it } from 'vitest';
import { planFor, rangeHeaders, type SavedPart } from '../../electron/core/save-answer.ts';

const part: SavedPart = { offset: 100, validator: '"v1"', totalBytes: 1000 };
const fresh: SavedPart = { offset: 0, validator: null, totalBytes: null };
const now = Date.UTC(2026, 0, 2);

const plan = (status: number, headers: Readonly<Record<string, string>> = {}, of = part) =>
  planFor(status, headers, of, now);

describe('the rest of a file', () => {
  it('is asked for only of what the server can tell from another version', () => {
    expect(rangeHeaders(part)).toEqual({ Range: 'bytes=100-', 'If-Range': '"v1"' });
    expect(rangeHeaders({ ...part, validator: null })).toEqual({});
    expect(rangeHeaders(fresh)).toEqual({});
  });

  it('is written where it belongs', () => {
    expect(plan(206, { 'content-range': 'bytes 100-999/1000', etag: '"v1"' })).toEqual({
      do: 'write',
      from: 100,
      totalBytes: 1000,
      validator: '"v1"',
    });
    expect(plan(206, { 'content-range': 'bytes 100-999/*' })).toMatchObject({ totalBytes: 1000 });
  });

  it.each([
    ['of another place', { 'content-range': 'bytes 0-999/1000' }],
    ['of another version', { 'content-range': 'bytes 100-999/1000', etag: '"v2"' }],
    ['of another length', { 'content-range': 'bytes 100-1999/2000' }],
    ['of no place', {}],
    ['in several parts', { 'content-type': 'multipart/byteranges' }],
    ['that is packed', { 'content-range': 'bytes 100-999/1000', 'content-encoding': 'gzip' }],
    ['that makes no sense', { 'content-range': 'bytes -5-x/1e9' }],
  ])('%s makes it begin again', (_what, headers) => {
    expect(plan(206, headers as Record<string, string>)).toEqual({ do: 'restart' });
  });

  it('is nothing when all of it is there', () => {
    expect(plan(416, { 'content-range': 'bytes */100' })).toEqual({ do: 'complete' });
    expect(plan(416, { 'content-range': 'bytes */50' })).toEqual({ do: 'restart' });
    expect(plan(416)).toEqual({ do: 'restart' });
  });
});

describe('a whole answer', () => {
  it('is written from the start, with what the server calls it', () => {
    const headers = {
      'content-length': '1000',
      etag: 'W/"weak"',
      'last-modified': 'Fri, 02 Jan 2026 03:04:05 GMT',
    };
    expect(plan(200, headers)).toEqual({
      do: 'write',
      from: 0,
      totalBytes: 1000,
      validator: 'Fri, 02 Jan 2026 03:04:05 GMT',
    });
  });

  it('that is packed, or tells its length in no number, is of unknown length', () => {
    expect(plan(200, { 'content-length': '10', 'content-encoding': 'br' })).toMatchObject({
      totalBytes: null,
    });
    expect(plan(200, { 'content-length': '-1' })).toMatchObject({ totalBytes: null });
  });
});

it.each([
  [401, 'refused'],
  [403, 'refused'],
  [404, 'gone'],
  [410, 'gone'],
  [400, 'refused'],
  [429, 'rate-limited'],
  [408, 'server-error'],
  [500, 'server-error'],
  [503, 'server-error'],
  [204, 'empty'],
  [304, 'not-a-video'],
])('%i means %s', (status, trouble) => {
  expect(plan(status, { 'retry-after': '9' })).toMatchObject({ do: 'give-up', failure: { trouble } });
});
