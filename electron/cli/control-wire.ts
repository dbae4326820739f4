import type { Socket } from 'node:net';
import { failed, ok, type Result } from '../shared/result.ts';
import type { ControlTrouble } from './control-contract.ts';

/** One connection carries one request and one reply, each a line of JSON. */
export interface RequestLine {
  readonly command: string;
  readonly request: unknown;
}

export type ReplyLine = Result<unknown, ControlTrouble>;

export const maxRequestBytes = 1024 * 1024;

/** Room for ten thousand tasks with long prompts. */
export const maxReplyBytes = 256 * 1024 * 1024;

/** The first line that arrives; what follows it is dropped. */
export const firstLine = (socket: Socket, maxBytes: number): Promise<Result<string, 'too-long' | 'ended'>> =>
  new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (result: Result<string, 'too-long' | 'ended'>): void => {
      socket.off('data', take);
      resolve(result);
    };
    const take = (chunk: Buffer): void => {
      const end = chunk.indexOf('\n');
      const part = end === -1 ? chunk : chunk.subarray(0, end);
      size += part.length;
      if (size > maxBytes) {
        settle(failed('too-long'));
        return;
      }
      chunks.push(part);
      if (end !== -1) settle(ok(Buffer.concat(chunks).toString('utf8')));
    };
    socket.on('data', take);
    for (const ending of ['end', 'error', 'close'])
      socket.once(ending, () => {
        settle(failed('ended'));
      });
  });
