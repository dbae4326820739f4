import { words } from '../../shared/language/spoken.ts';
import { ok } from '../../shared/result.ts';
import { hasOwner } from '../dbus/bus-facts.ts';
import type { SessionBus } from '../dbus/session-bus.ts';
import type { PartOfDesktop } from './part.ts';

export interface PowerPartDependencies {
  readonly systemBus: SessionBus | null;
  readonly playWaking: () => void;
}

export const powerPart = ({ systemBus, playWaking }: PowerPartDependencies): PartOfDesktop => ({
  read: async () => {
    const { told, notTold } = words().diagnostics.power;
    if (process.platform !== 'linux') return told;
    const isTold = systemBus !== null && (await hasOwner(systemBus, 'org.freedesktop.login1'));
    return isTold ? told : notTold;
  },
  test: () => {
    playWaking();
    return Promise.resolve(ok(words().diagnostics.power.played));
  },
});
