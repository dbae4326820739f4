import type { EventEmitter } from 'node:events';
import type { Duplex } from 'node:stream';

/** The parts of the library that its own declarations leave out. */
declare module '@homebridge/dbus-native' {
  interface WireMessage {
    readonly type?: number;
    readonly path?: string;
    readonly interface?: string;
    readonly member?: string;
    readonly sender?: string;
    readonly destination?: string;
    readonly signature?: string;
    readonly body?: readonly unknown[];
  }

  interface ReplyError {
    readonly name?: string;
    readonly message?: string;
  }

  interface Client {
    readonly connection: EventEmitter;
    sendSignal(path: string, name: string, member: string, signature: string, body: readonly unknown[]): void;
    /** Throws when the body does not fit the signature. */
    invoke(message: WireMessage, answer: (error: ReplyError | null, ...body: unknown[]) => void): void;
  }

  export function createClient(options: { readonly stream: Duplex }): Client;

  export const messageType: { readonly signal: number };
}
