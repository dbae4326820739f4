import { expect, it, onTestFinished } from 'vitest';
import { createSessionBus } from '../../electron/platform/dbus/session-bus.ts';
import { createSystemClock } from '../../electron/platform/system-clock.ts';
import { trayHostOnBus } from '../../electron/platform/tray-host-watch.ts';
import { connectService, type BusService } from './bus-service.ts';
import { startPrivateBus } from './private-bus.ts';

const name = 'org.kde.StatusNotifierWatcher';
const path = '/StatusNotifierWatcher';

/** The list of tray items, with or without a panel that draws them. */
const startWatcher = async (
  address: string,
  IsStatusNotifierHostRegistered: boolean,
): Promise<BusService & { setHost(present: boolean): void }> => {
  const service = await connectService(address);
  const state = { IsStatusNotifierHostRegistered };
  service.export(state, path, { name, methods: {}, properties: { IsStatusNotifierHostRegistered: 'b' } });
  await service.own(name);
  return {
    ...service,
    setHost: (present) => {
      state.IsStatusNotifierHostRegistered = present;
      service.signal(
        path,
        name,
        present ? 'StatusNotifierHostRegistered' : 'StatusNotifierHostUnregistered',
        '',
        [],
      );
    },
  };
};

const watchOn = (address: string | null): ((present: boolean) => Promise<void>) => {
  const bus = createSessionBus(address, createSystemClock());
  const told: boolean[] = [];
  const cancel = trayHostOnBus(bus)((present) => told.push(present));
  onTestFinished(() => {
    cancel();
    bus.close();
    expect(told.filter((present, at) => present === told[at - 1])).toEqual([]);
  });
  return (present) => expect.poll(() => told.at(-1), { timeout: 10_000 }).toBe(present);
};

it('sees a panel come, go, and come back', async () => {
  const privateBus = await startPrivateBus();
  onTestFinished(() => privateBus.dispose());
  const becomes = watchOn(privateBus.address);
  await becomes(false);
  const first = await startWatcher(privateBus.address, true);
  await becomes(true);
  first.die();
  await becomes(false);
  await startWatcher(privateBus.address, true);
  await becomes(true);
});

it('does not take a list of items without a panel for a panel', async () => {
  const privateBus = await startPrivateBus();
  onTestFinished(() => privateBus.dispose());
  const watcher = await startWatcher(privateBus.address, false);
  const becomes = watchOn(privateBus.address);
  await becomes(false);
  watcher.setHost(true);
  await becomes(true);
  watcher.setHost(false);
  await becomes(false);
});

it('sees none without a session bus', async () => {
  await watchOn(null)(false);
});
