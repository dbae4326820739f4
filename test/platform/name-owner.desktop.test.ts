import { expect, it, onTestFinished } from 'vitest';
import { onNameOwner } from '../../electron/platform/dbus/name-owner.ts';
import { createSessionBus } from '../../electron/platform/dbus/session-bus.ts';
import { createSystemClock } from '../../electron/platform/system-clock.ts';
import { connectService } from './bus-service.ts';
import { startPrivateBus } from './private-bus.ts';

it('follows the owner of a name through changes and through the death of the bus', async () => {
  const privateBus = await startPrivateBus();
  const bus = createSessionBus(privateBus.address, createSystemClock());
  onTestFinished(async () => {
    bus.close();
    await privateBus.dispose();
  });
  const owners: (string | null)[] = [];
  const becomes = (owned: boolean): Promise<void> =>
    expect.poll(() => typeof owners.at(-1) === 'string', { timeout: 10_000 }).toBe(owned);
  const cancel = onNameOwner(bus, 'org.example.Panel', (owner) => owners.push(owner));
  expect(owners).toEqual([null]);

  const panel = await connectService(privateBus.address);
  await panel.own('org.example.Panel');
  await becomes(true);
  await panel.release('org.example.Panel');
  await becomes(false);
  await panel.own('org.example.Panel');
  await becomes(true);

  await privateBus.stop();
  await becomes(false);
  await privateBus.start();
  await (await connectService(privateBus.address)).own('org.example.Panel');
  await becomes(true);

  cancel();
  const told = owners.length;
  await privateBus.stop();
  expect(owners).toHaveLength(told);
});
