import { connect } from 'node:net';
import { words } from '../shared/language/spoken.ts';
import { failed, type Result } from '../shared/result.ts';
import type { ControlAddress } from './control-address.ts';
import type { ControlCommand, ControlTrouble } from './control-contract.ts';
import type { ControlAnswer, ControlRequest } from './control-parsers.ts';
import {
  firstLine,
  maxReplyBytes,
  maxRequestBytes,
  type ReplyLine,
  type RequestLine,
} from './control-wire.ts';
import { codeOf, privateFolderAt } from './private-folder.ts';

/** 'cut-off': the app went away, or the caller gave up, before there was an answer. */
export type AskTrouble = ControlTrouble | { readonly kind: 'not-running' } | { readonly kind: 'cut-off' };

export type Asked<Command extends ControlCommand> = Result<ControlAnswer<Command>, AskTrouble>;

/** Asks the app that listens at the address. Never rejects. Aborting the signal leaves the conversation. */
export const askApp = async <Command extends ControlCommand>(
  { path, ownFolder }: ControlAddress,
  command: Command,
  request: ControlRequest<Command>,
  signal?: AbortSignal,
): Promise<Asked<Command>> => {
  const foreign = ownFolder === null ? null : folderTrouble(ownFolder);
  if (foreign !== null) return failed(foreign);
  const line = `${JSON.stringify({ command, request } satisfies RequestLine)}\n`;
  if (Buffer.byteLength(line) > maxRequestBytes) {
    return failed({ kind: 'usage', message: words().appAnswers.tooMuch });
  }
  const reply = await exchange(path, line, signal);
  // The app at the socket is this user's own, so the shape of its answers is taken on trust.
  return reply as Asked<Command>;
};

/** A socket in a folder that another user could have made must not be given a key. */
const folderTrouble = (folder: string): AskTrouble | null => {
  const found = privateFolderAt(folder);
  if (found.ok) return null;
  if (found.trouble === 'absent') return { kind: 'not-running' };
  return {
    kind: 'failed',
    message: words().appAnswers.foreignFolder(folder),
  };
};

const exchange = async (
  path: string,
  line: string,
  signal?: AbortSignal,
): Promise<Result<unknown, AskTrouble>> => {
  if (signal?.aborted === true) return failed({ kind: 'cut-off' });
  const socket = connect(path);
  const leave = (): void => {
    socket.destroy();
  };
  signal?.addEventListener('abort', leave);
  try {
    const trouble = await connected(socket);
    if (trouble !== null) return failed(trouble);
    socket.write(line);
    const answered = await firstLine(socket, maxReplyBytes);
    return (answered.ok ? replyIn(answered.value) : null) ?? failed({ kind: 'cut-off' });
  } finally {
    signal?.removeEventListener('abort', leave);
    socket.destroy();
  }
};

const connected = (socket: ReturnType<typeof connect>): Promise<AskTrouble | null> =>
  new Promise((resolve) => {
    socket.once('connect', () => {
      resolve(null);
    });
    socket.once('close', () => {
      resolve({ kind: 'cut-off' });
    });
    socket.on('error', (error) => {
      const code = codeOf(error) ?? error.name;
      const absent = ['ENOENT', 'ECONNREFUSED', 'ENOTSOCK'].includes(code);
      resolve(
        absent ? { kind: 'not-running' } : { kind: 'failed', message: words().appAnswers.notReached(code) },
      );
    });
  });

const replyIn = (line: string): ReplyLine | null => {
  try {
    const reply: unknown = JSON.parse(line);
    return typeof reply === 'object' && reply !== null && 'ok' in reply ? (reply as ReplyLine) : null;
  } catch {
    return null;
  }
};
