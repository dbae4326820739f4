import { expect, it, onTestFinished } from 'vitest';
import { createSessionBus } from '../../electron/platform/dbus/session-bus.ts';
import { slownessFromPortal } from '../../electron/platform/portal-slowness.ts';
import { createSystemClock } from '../../electron/platform/system-clock.ts';
import type { SlowReason } from '../../electron/shared/timing.ts';
import { connectService, type BusService } from './bus-service.ts';
import { startPrivateBus, type PrivateBus } from './private-bus.ts';

const name = 'org.freedesktop.portal.Desktop';
const path = '/org/freedesktop/portal/desktop';
const network = 'org.freedesktop.portal.NetworkMonitor';
const power = 'org.freedesktop.portal.PowerProfileMonitor';

interface Portal extends BusService {
  /** Changes what it says, and tells of it as a portal does. */
  set(change: { readonly metered?: boolean; readonly saving?: boolean }): void;
  readonly asked: () => number;
}

/** A desktop portal that says of the network and the battery what the test wants. */
const startPortal = async (
  { address }: PrivateBus,
  said: { metered: boolean; saving: boolean },
  offers: readonly string[] = [network, power],
): Promise<Portal> => {
  const service = await connectService(address);
  let asked = 0;
  const monitor = {
    GetMetered: () => {
      asked += 1;
      return said.metered;
    },
  };
  const profile = {
    get ['power-saver-enabled']() {
      return said.saving;
    },
  };
  if (offers.includes(network))
    service.export(monitor, path, { name: network, methods: { GetMetered: ['', 'b'] } });
  if (offers.includes(power))
    service.export(profile, path, {
      name: power,
      methods: {},
      properties: { 'power-saver-enabled': 'b' },
    });
  await service.own(name);
  return {
    ...service,
    asked: () => asked,
    set: (change) => {
      Object.assign(said, change);
      if (change.metered !== undefined) service.signal(path, network, 'changed', '', []);
      if (change.saving !== undefined)
        service.signal(path, 'org.freedesktop.DBus.Properties', 'PropertiesChanged', 'sa{sv}as', [
          power,
          [['power-saver-enabled', ['b', change.saving]]],
          [],
        ]);
    },
  };
};

const startBus = async (): Promise<PrivateBus> => {
  const bus = await startPrivateBus();
  onTestFinished(() => bus.dispose());
  return bus;
};

const watchOn = (address: string | null) => {
  const bus = createSessionBus(address, createSystemClock());
  const slow = slownessFromPortal(bus);
  slow.listen();
  const told: (SlowReason | null)[] = [];
  const cancel = slow.onChange(() => told.push(slow.reason()));
  onTestFinished(() => {
    cancel();
    slow.close();
    bus.close();
  });
  const becomes = (reason: SlowReason | null): Promise<void> =>
    expect.poll(() => slow.reason(), { timeout: 10_000 }).toBe(reason);
  return { bus, slow, told, cancel, becomes };
};

it('says what the portal says from the start, and follows it', async () => {
  const bus = await startBus();
  const portal = await startPortal(bus, { metered: true, saving: false });
  const { told, becomes } = watchOn(bus.address);
  await becomes('metered');
  portal.set({ metered: false });
  await becomes(null);
  portal.set({ saving: true });
  await becomes('low-power');
  portal.set({ saving: false });
  await becomes(null);
  expect(told).toEqual(['metered', null, 'low-power', null]);
});

it('names the network first when both are to be spared, and the battery when that is over', async () => {
  const bus = await startBus();
  const portal = await startPortal(bus, { metered: true, saving: true });
  const { becomes } = watchOn(bus.address);
  await becomes('metered');
  portal.set({ metered: false });
  await becomes('low-power');
});

it('takes a portal that knows only one of the two at its word', async () => {
  const bus = await startBus();
  await startPortal(bus, { metered: false, saving: true }, [power]);
  await watchOn(bus.address).becomes('low-power');
  const other = await startBus();
  await startPortal(other, { metered: true, saving: false }, [network]);
  await watchOn(other.address).becomes('metered');
});

it('says nothing once the portal has gone, and listens to the next one', async () => {
  const bus = await startBus();
  const first = await startPortal(bus, { metered: true, saving: true });
  const { becomes } = watchOn(bus.address);
  await becomes('metered');
  first.die();
  await becomes(null);
  await startPortal(bus, { metered: false, saving: true });
  await becomes('low-power');
});

it('says nothing of a signal that changes nothing, and nothing after it was cancelled', async () => {
  const bus = await startBus();
  const portal = await startPortal(bus, { metered: true, saving: false });
  const { told, cancel, becomes } = watchOn(bus.address);
  await becomes('metered');
  const before = portal.asked();
  portal.set({ metered: true });
  await expect.poll(() => portal.asked(), { timeout: 10_000 }).toBeGreaterThan(before);
  expect(told).toEqual(['metered']);
  cancel();
  portal.set({ metered: false });
  await becomes(null);
  expect(told).toEqual(['metered']);
});

it('knows nothing on a desktop without a portal, and starts none', async () => {
  const bus = await startBus();
  const calls: string[] = [];
  const session = createSessionBus(bus.address, createSystemClock());
  const slow = slownessFromPortal({
    ...session,
    call: (call, timeoutMs) => {
      calls.push(`${call.destination} ${call.member}`);
      return session.call(call, timeoutMs);
    },
  });
  slow.listen();
  onTestFinished(() => {
    slow.close();
    session.close();
  });
  await expect.poll(() => calls, { timeout: 10_000 }).toEqual(['org.freedesktop.DBus GetNameOwner']);
  expect(slow.reason()).toBeNull();
  expect(watchOn(null).slow.reason()).toBeNull();
});
