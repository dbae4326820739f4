import type { WireMessage } from '@homebridge/dbus-native';
import type { Cancel, Clock } from '../../core/ports.ts';
import { failed, type Result } from '../../shared/result.ts';
import { socketsOf } from './bus-address.ts';
import {
  connectToBus,
  type BusCall,
  type BusConnection,
  type BusSignal,
  type BusTrouble,
} from './bus-connection.ts';

export interface SignalPattern {
  readonly sender: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  /** Narrows to signals whose first argument is this text. */
  readonly firstArgument?: string;
}

/** The user's session bus, connected on first use and again after it went away. Never throws, never rejects. */
export interface SessionBus {
  call(call: BusCall, timeoutMs: number): Promise<Result<readonly unknown[], BusTrouble>>;
  /** To everybody who listens; to nobody while there is no bus. */
  emit(signal: BusSignal): void;
  onSignal(pattern: SignalPattern, react: (body: readonly unknown[]) => void): Cancel;
  /** Calls back at once and on every change; with true only when all patterns are in force. */
  onConnection(react: (connected: boolean) => void): Cancel;
  /** For good. */
  close(): void;
}

/** Somebody who hears nothing from the bus before `listen`, and nothing after `close`. */
export interface Listening {
  listen(): void;
  close(): void;
}

interface Subscription {
  readonly pattern: SignalPattern;
  readonly react: (body: readonly unknown[]) => void;
}

const firstRestMs = 1000;
const longestRestMs = 60_000;
const matchTimeoutMs = 5000;

/** A null address is a machine without a session bus: everything answers `no-bus`. */
export const createSessionBus = (address: string | null, clock: Clock): SessionBus => {
  const targets = address === null ? [] : socketsOf(address);
  const subscriptions = new Set<Subscription>();
  const watchers = new Set<(connected: boolean) => void>();
  let opening: Promise<BusConnection | null> | null = null;
  let live: BusConnection | null = null;
  let failuresInARow = 0;
  let endRest: Cancel | null = null;
  let closed = false;

  const connected = async (): Promise<BusConnection | null> => {
    if (live !== null || closed || endRest !== null || targets.length === 0) return live;
    opening ??= open();
    return opening;
  };

  const open = async (): Promise<BusConnection | null> => {
    for (const target of targets) {
      const made = await connectToBus(target, clock, { onSignal, onEnd });
      if (made !== null) return admit(made);
    }
    onEnd();
    return null;
  };

  const admit = (made: BusConnection): BusConnection | null => {
    opening = null;
    if (closed) {
      made.end();
      return null;
    }
    live = made;
    failuresInARow = 0;
    for (const { pattern } of subscriptions) void made.call(matchCall('AddMatch', pattern), matchTimeoutMs);
    for (const react of watchers) react(true);
    return made;
  };

  /** Rests before the next try, and tries by itself only if somebody listens. */
  const onEnd = (): void => {
    opening = null;
    live = null;
    if (closed) return;
    for (const react of watchers) react(false);
    endRest?.();
    endRest = clock.after(Math.min(longestRestMs, firstRestMs * 2 ** failuresInARow), () => {
      endRest = null;
      if (subscriptions.size > 0 || watchers.size > 0) void connected();
    });
    failuresInARow += 1;
  };

  // In a microtask of its own, so that an exception of a listener is not taken for a broken message.
  const onSignal = (signal: WireMessage): void => {
    for (const subscription of subscriptions) {
      if (!fits(signal, subscription.pattern)) continue;
      queueMicrotask(() => {
        if (subscriptions.has(subscription)) subscription.react(signal.body ?? []);
      });
    }
  };

  return {
    call: async (call, timeoutMs) => (await connected())?.call(call, timeoutMs) ?? failed('no-bus'),
    emit: (signal) => void connected().then((connection) => connection?.emit(signal)),
    onSignal: (pattern, react) => {
      const subscription = { pattern, react };
      subscriptions.add(subscription);
      if (live === null) void connected();
      else void live.call(matchCall('AddMatch', pattern), matchTimeoutMs);
      return () => {
        if (subscriptions.delete(subscription))
          void live?.call(matchCall('RemoveMatch', pattern), matchTimeoutMs);
      };
    },
    onConnection: (react) => {
      watchers.add(react);
      react(live !== null);
      if (live === null) void connected();
      return () => void watchers.delete(react);
    },
    close: () => {
      closed = true;
      endRest?.();
      live?.end();
    },
  };
};

const fits = (signal: WireMessage, pattern: SignalPattern): boolean =>
  signal.path === pattern.path &&
  signal.interface === pattern.interface &&
  signal.member === pattern.member &&
  (pattern.firstArgument === undefined || signal.body?.[0] === pattern.firstArgument);

const matchCall = (member: 'AddMatch' | 'RemoveMatch', pattern: SignalPattern): BusCall => {
  const { sender, path, interface: name, member: signal, firstArgument } = pattern;
  const rule = `type='signal',sender='${sender}',path='${path}',interface='${name}',member='${signal}'`;
  return {
    destination: 'org.freedesktop.DBus',
    path: '/org/freedesktop/DBus',
    interface: 'org.freedesktop.DBus',
    member,
    signature: 's',
    body: [firstArgument === undefined ? rule : `${rule},arg0='${firstArgument}'`],
  };
};
