import type { Cancel } from '../../core/ports.ts';
import type { SessionBus } from './session-bus.ts';

const bus = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
} as const;

const longestAnswerMs = 5000;

/** Follows who has a name: the owner's own name, or null while nobody has it or there is no bus. */
export const onNameOwner = (
  sessionBus: SessionBus,
  name: string,
  react: (owner: string | null) => void,
): Cancel => {
  // Whatever comes later knows better than an answer that is still under way.
  let newest = 0;
  const tell = (owner: string | null): void => {
    newest += 1;
    react(owner);
  };
  const cancelSignal = sessionBus.onSignal(
    {
      sender: bus.destination,
      path: bus.path,
      interface: bus.interface,
      member: 'NameOwnerChanged',
      firstArgument: name,
    },
    ([, , owner]) => tell(ownerOf(owner)),
  );
  const cancelConnection = sessionBus.onConnection((connected) => {
    if (!connected) {
      tell(null);
      return;
    }
    const asked = newest;
    const request = { ...bus, member: 'GetNameOwner', signature: 's', body: [name] };
    void sessionBus.call(request, longestAnswerMs).then((answer) => {
      if (newest === asked) tell(answer.ok ? ownerOf(answer.value[0]) : null);
    });
  });
  return () => {
    newest += 1;
    cancelSignal();
    cancelConnection();
  };
};

const ownerOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
