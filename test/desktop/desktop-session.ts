import { sessionBusAddress, socketsOf } from '../../electron/platform/dbus/bus-address.ts';
import {
  connectToBus,
  type BusCall,
  type BusConnection,
} from '../../electron/platform/dbus/bus-connection.ts';
import { createSessionBus, type SessionBus } from '../../electron/platform/dbus/session-bus.ts';
import { createSystemClock } from '../../electron/platform/system-clock.ts';

/** A test's own connection to the session bus of the desktop it runs on. */
export interface DesktopSession {
  readonly bus: SessionBus;
  /** The body of the answer; rejects when there is none within 5 s. */
  ask(call: BusCall): Promise<readonly unknown[]>;
  close(): void;
}

const answerWithinMs = 5000;

/** By default on the bus that our own environment names; throws when it names none. */
export const openSession = (environment: NodeJS.ProcessEnv = process.env): DesktopSession => {
  const address = sessionBusAddress(environment);
  if (address === null) throw new Error('No session bus. Run this through build/throw-away-desktop.mjs.');
  const bus = createSessionBus(address, createSystemClock());
  return {
    bus,
    ask: async (call) => {
      const answer = await bus.call(call, answerWithinMs);
      if (answer.ok) return answer.value;
      throw new Error(`${call.interface}.${call.member} of ${call.destination}: ${answer.trouble}`);
    },
    close: () => bus.close(),
  };
};

/** Hears every signal on a bus, whoever sends it. */
export const listenOnBus = async (
  address: string,
  onSignal: (interfaceName: string, body: unknown) => void,
): Promise<BusConnection> => {
  const [target] = socketsOf(address);
  if (target === undefined) throw new Error('The bus has no socket.');
  const connection = await connectToBus(target, createSystemClock(), {
    onSignal: (message) => {
      const signal = message as { readonly interface?: string; readonly body?: unknown };
      onSignal(signal.interface ?? '', signal.body);
    },
    onEnd: () => undefined,
  });
  if (connection === null) throw new Error('The bus lets nobody in.');
  await connection.call(
    {
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus',
      member: 'AddMatch',
      signature: 's',
      body: ["type='signal'"],
    },
    answerWithinMs,
  );
  return connection;
};

/** How to start Electron here. */
export interface ElectronHere {
  readonly executable: string;
  /** What must come before its other arguments. */
  readonly leading: readonly string[];
  /** Without what would make it a plain Node. */
  readonly environment: NodeJS.ProcessEnv;
}

export const electronHere = (): ElectronHere => {
  const { TASKBELL_ELECTRON: executable, TASKBELL_NO_SANDBOX: noSandbox } = process.env;
  if (executable === undefined)
    throw new Error('No Electron. Run this through build/throw-away-desktop.mjs.');
  const leading = noSandbox === '1' ? ['--no-sandbox'] : [];
  return { executable, leading, environment: notAsNode(process.env) };
};

/** Without the variable that would make an Electron a plain Node. */
export const notAsNode = (environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => name !== 'ELECTRON_RUN_AS_NODE'));
