import { askedOf, propertyOf } from './bus-facts.ts';
import type { SessionBus } from './session-bus.ts';

export const secretService = {
  destination: 'org.freedesktop.secrets',
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
} as const;

/** Whether the collection that takes new secrets is locked. False where nobody says so within some seconds. */
export const isKeyringLocked = async (bus: SessionBus): Promise<boolean> => {
  const path = await askedOf(bus, {
    ...secretService,
    member: 'ReadAlias',
    signature: 's',
    body: ['default'],
  });
  if (typeof path !== 'string' || path === '/') return false;
  const collection = {
    destination: secretService.destination,
    path,
    interface: 'org.freedesktop.Secret.Collection',
  };
  return (await propertyOf(bus, collection, 'Locked')) === true;
};
