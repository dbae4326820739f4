import { expect, it } from 'vitest';
import type { SessionBus } from '../../electron/platform/dbus/session-bus.ts';
import { slownessFromPortal } from '../../electron/platform/portal-slowness.ts';
import { ok } from '../../electron/shared/result.ts';
import { settled } from '../fakes/manual-clock.ts';

/** A bus on which the portal answers when the test says so. */
const startBus = () => {
  const metered: ((metered: boolean) => void)[] = [];
  const reacts = new Map<string, (body: readonly unknown[]) => void>();
  const bus: SessionBus = {
    call: ({ member }) =>
      member === 'GetMetered'
        ? new Promise((resolve) => metered.push((value) => resolve(ok([value]))))
        : Promise.resolve(ok(member === 'GetNameOwner' ? [':1.2'] : [['b', [false]]])),
    onSignal: ({ member }, react) => {
      reacts.set(member, react);
      return () => undefined;
    },
    onConnection: (react) => {
      react(true);
      return () => undefined;
    },
    emit: () => undefined,
    close: () => undefined,
  };
  const signal = (member: string, ...body: readonly unknown[]): void => reacts.get(member)?.(body);
  const slow = slownessFromPortal(bus);
  slow.listen();
  return { slow, metered, signal };
};

it('an answer that comes after a newer one does not count', async () => {
  const { slow, metered, signal } = startBus();
  await settled();
  signal('changed');
  expect(metered).toHaveLength(2);
  metered[1]?.(true);
  await settled();
  expect(slow.reason()).toBe('metered');
  metered[0]?.(false);
  await settled();
  expect(slow.reason()).toBe('metered');
});

it('an answer of a portal that has gone meanwhile does not count', async () => {
  const { slow, metered, signal } = startBus();
  await settled();
  signal('NameOwnerChanged', 'org.freedesktop.portal.Desktop', ':1.2', '');
  metered[0]?.(true);
  await settled();
  expect(slow.reason()).toBeNull();
});

it('an answer that comes after closing is told to nobody', async () => {
  const { slow, metered } = startBus();
  let told = 0;
  slow.onChange(() => (told += 1));
  await settled();
  slow.close();
  metered[0]?.(true);
  await settled();
  expect(told).toBe(0);
});
