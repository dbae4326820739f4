import { describe, expect, it } from 'vitest';
import { agoText, durationText } from '../../electron/shared/duration.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

describe('a length of time', () => {
  it.each([
    [0, '0 s'],
    [-5 * second, '0 s'],
    [499, '0 s'],
    [500, '1 s'],
    [59 * second, '59 s'],
    // Rounding may not bring "60 s".
    [minute - 1, '1 min'],
    [2 * minute + 13 * second, '2 min 13 s'],
    [hour - 1, '1 h'],
    [hour + 59 * second, '1 h'],
    [3 * hour + 25 * minute, '3 h 25 min'],
    [day, '1 d'],
    [2 * day + 23 * hour + 59 * minute, '2 d 23 h'],
  ])('of %i ms is "%s"', (ms, text) => {
    expect(durationText(ms)).toBe(text);
  });
});

describe('how long ago', () => {
  it.each([
    [-hour, 'just now'],
    [minute - 1, 'just now'],
    [minute, '1 min ago'],
    [hour - 1, '59 min ago'],
    [day - 1, '23 h ago'],
    [3 * day, '3 d ago'],
  ])('%i ms is "%s"', (ms, text) => {
    expect(agoText(ms)).toBe(text);
  });
});
