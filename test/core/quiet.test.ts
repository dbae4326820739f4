import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  endOfChoice,
  quietAt,
  quietStretch,
  settingsFromText,
  verdictOf,
  type QuietGround,
} from '../../electron/core/quiet.ts';
import {
  defaultNotificationSettings,
  type NotificationSettings,
  type QuietHours,
} from '../../electron/shared/quiet.ts';

const hourMs = 3_600_000;
const at = (...[month, day, hour, minute = 0]: number[]): number =>
  new Date(2025, (month ?? 1) - 1, day, hour, minute).getTime();
const hours = (from: number, to: number): QuietHours => ({ on: true, from: from * 60, to: to * 60 });
const night = hours(22, 8);
const settings = (given: Partial<NotificationSettings> = {}): NotificationSettings => ({
  ...defaultNotificationSettings,
  ...given,
});
const ground = (given: Partial<QuietGround> = {}): QuietGround => ({
  settings: settings(),
  askedUntil: null,
  skippedUntil: 0,
  desktopIsQuiet: false,
  ...given,
});

describe('quiet hours', () => {
  it('over midnight are those under way, or else the next', () => {
    const tonight = { from: at(11, 22, 22), to: at(11, 23, 8) };
    expect(quietStretch(night, at(11, 22, 21, 59))).toEqual(tonight);
    expect(quietStretch(night, at(11, 22, 23))).toEqual(tonight);
    expect(quietStretch(night, at(11, 23, 7, 59))).toEqual(tonight);
    expect(quietStretch(night, at(11, 23, 8))).toEqual({ from: at(11, 23, 22), to: at(11, 24, 8) });
  });

  it('within a day', () => {
    expect(quietStretch(hours(12, 14), at(11, 22, 13))).toEqual({ from: at(11, 22, 12), to: at(11, 22, 14) });
    expect(quietStretch(hours(12, 14), at(11, 22, 14))).toEqual({ from: at(11, 23, 12), to: at(11, 23, 14) });
  });

  it('are none when they are off or have no length', () => {
    expect(quietStretch({ ...night, on: false }, at(11, 22, 23))).toBeNull();
    expect(quietStretch(hours(8, 8), at(11, 22, 8))).toBeNull();
  });

  it('begin and end at their times of day all year round, whatever the clocks do', () => {
    const minute = fc.integer({ min: 0, max: 24 * 60 - 1 });
    fc.assert(
      fc.property(minute, minute, fc.integer({ min: 0, max: 366 * 24 * 60 }), (from, to, passed) => {
        fc.pre(from !== to);
        const now = at(1, 1, 0) + passed * 60_000;
        const stretch = quietStretch({ on: true, from, to }, now);
        if (stretch === null) return expect.fail('none');
        const gap = 2 * hourMs;
        expect(stretch.to).toBeGreaterThan(now);
        expect(stretch.to - stretch.from).toBeLessThan(24 * hourMs + gap);
        expect(stretch.from - now).toBeLessThanOrEqual(24 * hourMs + gap);
      }),
    );
  });
});

describe('the days on which clocks change', () => {
  const { TZ: zone } = process.env;
  beforeAll(() => {
    process.env['TZ'] = 'Europe/Berlin';
  });
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('leave quiet hours in one piece', () => {
    expect(new Date(2025, 6, 1).getTimezoneOffset()).toBe(-120);
    // 26 October 2025: 03:00 becomes 02:00. What ends at 02:30 ends once.
    const autumn = quietStretch({ on: true, from: 22 * 60, to: 150 }, at(10, 25, 23));
    expect(autumn?.to).toBe(Date.UTC(2025, 9, 26, 0, 30));
    expect(quietStretch({ on: true, from: 22 * 60, to: 150 }, Date.UTC(2025, 9, 26, 1, 15))?.from).toBe(
      at(10, 26, 22),
    );
    // 30 March 2025: 02:00 becomes 03:00. What ends at 02:30 ends after the gap.
    expect(quietStretch({ on: true, from: 22 * 60, to: 150 }, at(3, 29, 23))?.to).toBe(
      Date.UTC(2025, 2, 30, 1, 30),
    );
  });
});

describe('quiet that was asked for', () => {
  it('lasts as long as was said', () => {
    const now = at(11, 22, 15);
    expect(endOfChoice('30-minutes', now) - now).toBe(hourMs / 2);
    expect(endOfChoice('2-hours', now) - now).toBe(2 * hourMs);
    expect(endOfChoice('tomorrow', now)).toBe(at(11, 23, 8));
    expect(endOfChoice('tomorrow', at(11, 23, 2))).toBe(at(11, 23, 8));
  });

  it('is over when its time has come, and is none when a wrong clock made it last for days', () => {
    const now = at(11, 22, 15);
    expect(quietAt(ground({ askedUntil: now + 1 }), now)).toEqual({ reason: 'asked', until: now + 1 });
    expect(quietAt(ground({ askedUntil: now }), now)).toBeNull();
    expect(quietAt(ground({ askedUntil: now + 1000 * hourMs }), now)).toBeNull();
  });
});

describe('the reason that is named', () => {
  const now = at(11, 22, 23);
  const inHours = settings({ quietHours: night });

  it('is the one that lasts longest', () => {
    const soon = now + hourMs;
    expect(quietAt(ground({ settings: inHours, askedUntil: soon }), now)).toEqual({
      reason: 'hours',
      until: at(11, 23, 8),
    });
    expect(quietAt(ground({ settings: inHours, askedUntil: at(11, 23, 9) }), now)?.reason).toBe('asked');
  });

  it('is the desktop when nothing else makes it quiet, and only if that is wanted', () => {
    expect(quietAt(ground({ desktopIsQuiet: true }), now)).toEqual({ reason: 'desktop', until: null });
    const own = settings({ followsDesktop: false });
    expect(quietAt(ground({ desktopIsQuiet: true, settings: own }), now)).toBeNull();
  });

  it('is not the hours that the user has ended for this time', () => {
    const skippedUntil = at(11, 23, 8);
    expect(quietAt(ground({ settings: inHours, skippedUntil }), now)).toBeNull();
    expect(quietAt(ground({ settings: inHours, skippedUntil }), at(11, 23, 22))?.reason).toBe('hours');
  });
});

describe('the verdict on news', () => {
  const quiet = { reason: 'asked', until: 1 } as const;
  const breaking = settings({ failuresBreakThrough: true });

  it('is to tell, to hold while it is quiet, and never for what is muted or switched off', () => {
    expect(verdictOf('succeeded', false, settings(), null)).toBe('tell');
    expect(verdictOf('succeeded', false, settings(), quiet)).toBe('hold');
    expect(verdictOf('succeeded', true, settings(), quiet)).toBe('never');
    const off = settings({ kinds: { ...defaultNotificationSettings.kinds, cancelled: false } });
    expect([verdictOf('lost', false, off, null), verdictOf('cancelled', false, off, quiet)]).toEqual([
      'tell',
      'never',
    ]);
  });

  it('lets failures through if the user wants that, and nothing else', () => {
    expect(
      (['failed', 'lost', 'cancelled', 'succeeded', 'link-expiring', 'unanswered'] as const).filter(
        (kind) => verdictOf(kind, false, breaking, quiet) === 'tell',
      ),
    ).toEqual(['failed', 'lost']);
    expect(verdictOf('failed', true, breaking, quiet)).toBe('never');
  });
});

describe('stored settings', () => {
  it('come back as they were', () => {
    const chosen = settings({
      sound: 'none',
      quietHours: { on: true, from: 1, to: 2 },
      followsDesktop: false,
    });
    expect(settingsFromText(JSON.stringify(chosen))).toEqual(chosen);
  });

  it('of before, when cancelled and lost were one choice, mean both', () => {
    const before = (given: object) => settingsFromText(JSON.stringify({ kinds: given })).kinds;
    expect(before({ gone: false })).toMatchObject({ cancelled: false, lost: false, failed: true });
    expect(before({ gone: true })).toMatchObject({ cancelled: true, lost: true });
    expect(before({ gone: false, lost: true })).toMatchObject({ cancelled: false, lost: true });
  });

  it.each([
    null,
    '',
    'nonsense',
    '[]',
    '7',
    'null',
    '{"kinds":7,"quietHours":{"from":99999,"to":-1,"on":"yes"}}',
  ])('of %s are those of the beginning', (text) =>
    expect(settingsFromText(text)).toEqual(defaultNotificationSettings),
  );
});
