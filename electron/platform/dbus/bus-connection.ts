import { createClient, messageType, type ReplyError, type WireMessage } from '@homebridge/dbus-native';
import type { NetConnectOpts } from 'node:net';
import type { Cancel, Clock } from '../../core/ports.ts';
import { failed, ok, type Result } from '../../shared/result.ts';
import { BusSocket } from './bus-socket.ts';

export interface BusCall {
  readonly destination: string;
  readonly path: string;
  readonly interface: string;
  readonly member: string;
  readonly signature?: string;
  readonly body?: readonly unknown[];
}

/** Goes to everybody who listens. */
export type BusSignal = Omit<Required<BusCall>, 'destination'>;

/** `no-service`: nobody has the name and the bus cannot start anybody; `refused`: the service answered an error. */
export type BusTrouble = 'no-bus' | 'no-service' | 'no-answer' | 'refused';

/** One life of a connection. */
export interface BusConnection {
  /** The body of the answer. Never rejects. */
  call(call: BusCall, timeoutMs: number): Promise<Result<readonly unknown[], BusTrouble>>;
  emit(signal: BusSignal): void;
  end(): void;
}

export interface ConnectionEvents {
  onSignal(signal: WireMessage): void;
  /** Once, after a connection that was made has gone. */
  onEnd(): void;
}

const longestConnectMs = 3000;

/** Resolves when the bus has let us in; null when it has not within 3 s. Never rejects. */
export const connectToBus = (
  target: NetConnectOpts,
  clock: Clock,
  events: ConnectionEvents,
): Promise<BusConnection | null> =>
  new Promise((resolve) => {
    const socket = new BusSocket();
    const unanswered = new Set<() => void>();
    let admitted = false;

    socket.on('close', () => {
      cancelDeadline();
      for (const giveUp of [...unanswered]) giveUp();
      resolve(null);
      if (admitted) events.onEnd();
    });
    const cancelDeadline = clock.after(longestConnectMs, () => socket.destroy());

    if (!startedConnecting(socket, target)) return void socket.destroy();
    const client = createClient({ stream: socket });
    // The socket closes after its error; without a listener the error would end the process.
    client.connection.on('error', () => socket.destroy());
    client.connection.on('message', (message: WireMessage) => {
      if (message.type === messageType.signal) events.onSignal(message);
    });
    client.connection.once('connect', () => {
      cancelDeadline();
      admitted = true;
      resolve({ call, emit, end: () => socket.destroy() });
    });

    const emit = ({ path, interface: name, member, signature, body }: BusSignal): void => {
      if (!socket.destroyed) client.sendSignal(path, name, member, signature, body);
    };

    const call: BusConnection['call'] = (request, timeoutMs) =>
      new Promise((answer) => {
        const settle = (result: Result<readonly unknown[], BusTrouble>): void => {
          cancelTimeout();
          unanswered.delete(giveUp);
          answer(result);
        };
        const giveUp = (): void => settle(failed(socket.destroyed ? 'no-bus' : 'no-answer'));
        const cancelTimeout: Cancel = clock.after(timeoutMs, giveUp);
        unanswered.add(giveUp);
        if (socket.destroyed) {
          giveUp();
          return;
        }
        try {
          client.invoke(request, (error, ...body) =>
            settle(error === null ? ok(body) : failed(troubleOf(error))),
          );
        } catch {
          // The body does not fit its signature, such as a text that holds a NUL.
          settle(failed('refused'));
        }
      });
  });

/** False for an address that no socket can have, such as a port past 65535. */
const startedConnecting = (socket: BusSocket, target: NetConnectOpts): boolean => {
  try {
    socket.connect(target);
    return true;
  } catch {
    return false;
  }
};

const meansNoService = /\.(ServiceUnknown|NameHasNoOwner|Spawn\.\w+)$/;

const troubleOf = ({ name = '' }: ReplyError): BusTrouble =>
  meansNoService.test(name) ? 'no-service' : 'refused';
