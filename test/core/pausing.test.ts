import { describe, expect, it } from 'vitest';
import { createPausing, type Pausing } from '../../electron/core/pausing.ts';
import { pauseEnd } from '../../electron/shared/pause.ts';
import { createManualClock, type ManualClock } from '../fakes/manual-clock.ts';
import { startWholeApp } from '../fakes/whole-app.ts';

const minute = 60_000;
const hour = 60 * minute;

interface Stage {
  readonly clock: ManualClock;
  readonly settings: Map<string, string>;
  readonly pausing: Pausing;
  readonly status: { paused: boolean; pausedUntil: number | null };
}

const createStage = (clock = createManualClock(), settings = new Map<string, string>()): Stage => {
  const status = { paused: false, pausedUntil: null as number | null };
  const pausing = createPausing({
    clock,
    store: {
      setting: (name) => settings.get(name) ?? null,
      saveSetting: (name, value) => void settings.set(name, value),
    },
    watchlist: {
      status: () => ({ ...status, online: true }) as never,
      updateStatus: (change) => void Object.assign(status, change),
    },
    onChanged: () => undefined,
  });
  return { clock, settings, pausing, status };
};

describe('a pause', () => {
  it('ends by itself when its time has come', async () => {
    const { clock, pausing, status } = createStage();
    pausing.pause(clock.now() + 30 * minute);
    await clock.advance(30 * minute - 1);
    expect(status.paused).toBe(true);
    await clock.advance(1);
    expect(status).toEqual({ paused: false, pausedUntil: null });
    expect(clock.pending()).toBe(0);
  });

  it('without an end lasts until the user goes on', async () => {
    const { clock, pausing, status } = createStage();
    pausing.pause(null);
    await clock.advance(1000 * hour);
    expect(status).toEqual({ paused: true, pausedUntil: null });
    pausing.resume();
    expect(status.paused).toBe(false);
  });

  it('goes on over a restart, and ends when it should', async () => {
    const first = createStage();
    const until = first.clock.now() + 2 * hour;
    first.pausing.pause(until);
    first.pausing.stop();
    await first.clock.advance(hour);
    const second = createStage(first.clock, first.settings);
    second.pausing.restore();
    expect(second.status).toEqual({ paused: true, pausedUntil: until });
    await second.clock.advance(hour);
    expect(second.status.paused).toBe(false);
  });

  it('is over when Taskbell starts after its end, and when the wall clock was set back far', () => {
    for (const byMs of [3 * hour, -60 * 24 * hour]) {
      const first = createStage();
      first.pausing.pause(first.clock.now() + 2 * hour);
      first.clock.setWall(byMs);
      const second = createStage(first.clock, first.settings);
      second.pausing.restore();
      expect(second.status).toEqual({ paused: false, pausedUntil: null });
    }
  });

  it('ends half a minute at most after a sleep that went past its end', async () => {
    const { clock, pausing, status } = createStage();
    pausing.pause(clock.now() + hour);
    clock.sleep(2 * hour);
    await clock.advance(30_000);
    expect(status.paused).toBe(false);
  });

  it('is what a longer or a shorter one makes of it', async () => {
    const { clock, pausing, status } = createStage();
    pausing.pause(clock.now() + minute);
    pausing.pause(clock.now() + hour);
    await clock.advance(59 * minute);
    expect(status.paused).toBe(true);
    await clock.advance(minute);
    expect(status.paused).toBe(false);
  });
});

describe('until tomorrow morning', () => {
  const at = ([year, month, day, hours, minutes]: readonly [
    number,
    number,
    number,
    number,
    number,
  ]): number => new Date(year, month, day, hours, minutes).getTime();
  it.each([
    [
      [2026, 5, 10, 22, 15],
      [2026, 5, 11, 8, 0],
    ],
    [
      [2026, 5, 10, 7, 0],
      [2026, 5, 11, 8, 0],
    ],
    [
      [2026, 5, 11, 1, 30],
      [2026, 5, 11, 8, 0],
    ],
    [
      [2026, 11, 31, 23, 0],
      [2027, 0, 1, 8, 0],
    ],
  ] as const)('is from %j on %j', (from, to) => {
    expect(pauseEnd('tomorrow', at(from))).toBe(at(to));
  });
});

describe('pausing from the tray', () => {
  it('asks no gateway until the half-hour is over', async () => {
    const whole = startWholeApp();
    whole.desktop.chooseInTray({ do: 'pause', choice: 'half-hour' });
    expect(whole.app.view().status).toMatchObject({
      paused: true,
      pausedUntil: whole.clock.now() + 30 * minute,
    });
    await whole.clock.advance(31 * minute);
    expect(whole.app.view().status).toMatchObject({ paused: false, pausedUntil: null });
    whole.app.stop();
  });
});
