import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { DoNotDisturb } from '../../electron/core/ports.ts';
import { createSessionBus } from '../../electron/platform/dbus/session-bus.ts';
import { doNotDisturbOnBus } from '../../electron/platform/desktop-quiet.ts';
import { createSystemClock } from '../../electron/platform/system-clock.ts';
import { connectService } from './bus-service.ts';
import { startNotificationService } from './notification-service.ts';
import { startPrivateBus, type PrivateBus } from './private-bus.ts';

let privateBus: PrivateBus;

beforeEach(async () => {
  privateBus = await startPrivateBus();
});
afterEach(() => privateBus.dispose());

const watchQuiet = (address: string | null): DoNotDisturb & { readonly changes: boolean[] } => {
  const bus = createSessionBus(address, createSystemClock());
  const quiet = doNotDisturbOnBus(bus);
  quiet.listen();
  const changes: boolean[] = [];
  quiet.onChange(() => void changes.push(quiet.isOn()));
  onTestFinished(() => {
    quiet.close();
    bus.close();
  });
  return { ...quiet, changes };
};

const becomes = (quiet: DoNotDisturb, on: boolean): Promise<void> =>
  expect.poll(() => quiet.isOn(), { timeout: 5_000 }).toBe(on);

describe('the do-not-disturb of a desktop', () => {
  it('is off where there is no bus and where nobody says anything', () => {
    expect(watchQuiet(null).isOn()).toBe(false);
    expect(watchQuiet(privateBus.address).isOn()).toBe(false);
  });

  it('is read from a daemon that says it as Plasma does, followed, and over when the daemon goes', async () => {
    const service = await startNotificationService(privateBus.address, { capabilities: [] });
    const quiet = watchQuiet(privateBus.address);
    service.setDoNotDisturb(true);
    await becomes(quiet, true);
    service.setDoNotDisturb(false);
    await becomes(quiet, false);
    service.setDoNotDisturb(true);
    await becomes(quiet, true);
    service.die();
    await becomes(quiet, false);
    expect(quiet.changes).toEqual([true, false, true, false]);
  });

  it('is read from the settings of Xfce', async () => {
    const settings = await connectService(privateBus.address);
    let on = true;
    settings.export({ GetProperty: () => ['b', on] }, '/org/xfce/Xfconf', {
      name: 'org.xfce.Xfconf',
      methods: { GetProperty: ['ss', 'v'] },
    });
    const quiet = watchQuiet(privateBus.address);
    await settings.own('org.xfce.Xfconf');
    await becomes(quiet, true);
    on = false;
    settings.signal('/org/xfce/Xfconf', 'org.xfce.Xfconf', 'PropertyChanged', 'ssv', [
      'xfce4-notifyd',
      '/do-not-disturb',
      ['b', false],
    ]);
    await becomes(quiet, false);
  });
});
