import * as v from 'valibot';
import type { RequestChannel } from '../shared/ipc-contract.ts';
import type { Handlers } from './handlers.ts';
import { parsers } from './parsers.ts';

/** Calls the channel's handler with what the page sent, or throws when that is not as the contract says. */
export type Answering = (channel: RequestChannel, sent: readonly unknown[]) => unknown;

export const channels = Object.keys(parsers) as readonly RequestChannel[];

export const answeringWith =
  (handlers: Handlers): Answering =>
  (channel, sent) => {
    const parsed = v.safeParse(parsers[channel], sent);
    // The value is left out of the message: it may be a key.
    if (!parsed.success) throw new RefusedArguments(channel);
    // Parser and handler of a channel agree, because both are written against its signature.
    const handle = handlers[channel] as (...args: readonly unknown[]) => unknown;
    return handle(...parsed.output);
  };

export class RefusedArguments extends Error {
  constructor(channel: RequestChannel) {
    super(`${channel}: refused, its arguments are not as the contract says`);
  }
}
