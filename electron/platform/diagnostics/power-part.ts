import { ok } from '../../shared/result.ts';
import { hasOwner } from '../dbus/bus-facts.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import type { PartOfDesktop } from './part.ts';

export interface PowerPartDependencies {
  readonly systemBus: SessionBus | null;
  readonly playWaking: () => void;
}

const told = 'The system tells of sleep and of waking.';

export const powerPart = ({ systemBus, playWaking }: PowerPartDependencies): PartOfDesktop => ({
  read: async () => {
    if (process.platform !== 'linux') return told;
    const isTold = systemBus !== null && (await hasOwner(systemBus, 'org.freedesktop.login1'));
    return isTold ? told : 'No service tells of sleep here. Taskbell notices it by the clock after waking.';
  },
  test: () => {
    playWaking();
    return Promise.resolve(
      ok('Taskbell did what it does after a sleep: it asks again about what may have ended.'),
    );
  },
});
