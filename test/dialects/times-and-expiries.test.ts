import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkExpiry } from '../../electron/dialects/link-expiry.ts';
import { timeOf } from '../../electron/dialects/time-of.ts';

describe('the time in a gateway’s field', () => {
  it.each([
    [1767323045678, 1767323045678],
    [1767323045, 1767323045000],
    [1767323240.12, 1767323240120],
    ['1767323045', 1767323045000],
    ['1767323045678', 1767323045678],
    ['2025-10-06T15:10:26.875729Z', Date.UTC(2025, 9, 6, 15, 10, 26, 875)],
    ['2026-01-02T03:04:05+08:00', Date.UTC(2026, 0, 1, 19, 4, 5)],
  ])('%j is told by its magnitude or shape', (value, ms) => {
    expect(timeOf(value)).toBe(ms);
  });

  it.each([
    0,
    null,
    undefined,
    -1,
    12,
    '',
    'yesterday',
    '2026-01-02 03:04:05',
    '2026-13-45T99:99:99Z',
    Infinity,
    {},
  ])('%j is none', (value) => {
    expect(timeOf(value)).toBeNull();
  });
});

describe('the expiry of a signed link', () => {
  const moment = Date.UTC(2026, 0, 8, 3, 10);

  it.each([
    ['se=2026-01-08T03%3A10%3A00Z', moment],
    ['se=2026-01-08T03%3A10Z', moment],
    [`Expires=${String(moment / 1000)}`, moment],
    [`e=${String(moment / 1000)}&token=x`, moment],
    ['X-Amz-Date=20260108T021000Z&X-Amz-Expires=3600', moment],
    ['X-Tos-Date=20260107T031000Z&X-Tos-Expires=86400', moment],
    ['X-Amz-Date=20260108T021000Z', null],
    ['X-Amz-Date=tomorrow&X-Amz-Expires=3600', null],
    ['se=never', null],
    ['', null],
  ])('is read from %s', (query, expiry) => {
    expect(linkExpiry(`https://cdn.example.com/v.mp4?${query}`)).toBe(expiry);
  });

  it('is null or a time for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true })), (text) => {
        const expiry = linkExpiry(text);
        expect(expiry === null || Number.isFinite(expiry)).toBe(true);
      }),
    );
  });
});
