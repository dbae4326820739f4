import * as library from '@homebridge/dbus-native';
import { once, type EventEmitter } from 'node:events';

/** What a service of a test needs of the library, which declares none of it. */
interface ServiceClient {
  readonly connection: EventEmitter & { end(): void; readonly stream: { destroy(): void } };
  requestName(name: string, flags: number, done: (error: unknown) => void): void;
  releaseName(name: string, done: (error: unknown) => void): void;
  exportInterface(
    implementation: object,
    path: string,
    description: {
      readonly name: string;
      readonly methods: Readonly<Record<string, readonly [string, string]>>;
      readonly properties?: Readonly<Record<string, string>>;
    },
  ): void;
  sendSignal(path: string, name: string, member: string, signature: string, body: readonly unknown[]): void;
}

export interface BusService {
  readonly export: ServiceClient['exportInterface'];
  readonly signal: ServiceClient['sendSignal'];
  own(name: string): Promise<void>;
  release(name: string): Promise<void>;
  /** Goes away as a crashed process does. */
  die(): void;
}

/** Another program on the bus, which offers objects and owns names. */
export const connectService = async (busAddress: string): Promise<BusService> => {
  const client = (
    library as unknown as { createClient(options: { readonly busAddress: string }): ServiceClient }
  ).createClient({ busAddress });
  client.connection.on('error', () => client.connection.stream.destroy());
  await once(client.connection, 'connect');
  const done = (ask: (answer: (error: unknown) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      ask((error) => (error ? reject(new Error(JSON.stringify(error))) : resolve()));
    });
  return {
    export: client.exportInterface.bind(client),
    signal: client.sendSignal.bind(client),
    own: (name) => done((answer) => client.requestName(name, 0, answer)),
    release: (name) => done((answer) => client.releaseName(name, answer)),
    die: () => client.connection.stream.destroy(),
  };
};
