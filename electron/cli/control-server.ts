import type { Socket } from 'node:net';
import { StoreFailure } from '../core/store-failure.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { ControlAddress } from './control-address.ts';
import type { ControlCommand, ControlTrouble } from './control-contract.ts';
import {
  isControlCommand,
  requestParsers,
  type ControlAnswer,
  type ControlRequest,
} from './control-parsers.ts';
import { claimSocket, type ClaimedSocket, type ClaimTrouble } from './control-socket.ts';
import { firstLine, maxRequestBytes, type ReplyLine } from './control-wire.ts';

/** What the app does for each command. `gone` aborts when whoever asked is no longer there. */
export type ControlHandlers = {
  readonly [Command in ControlCommand]: (
    request: ControlRequest<Command>,
    gone: AbortSignal,
  ) => Outcome<ControlAnswer<Command>> | Promise<Outcome<ControlAnswer<Command>>>;
};

type Outcome<Answer> = Result<Answer, ControlTrouble>;

export interface ControlServer {
  /** Stops listening, removes the socket and lets go of everybody who waits; replies already given still go out. */
  close(): Promise<void>;
}

export interface ControlSetup {
  readonly address: ControlAddress;
  readonly handlers: ControlHandlers;
  /** Told of what a handler threw; whoever asked learns only that it failed. */
  readonly onBug: (error: unknown) => void;
}

/** Answers the command line until it is closed. 'already-running' means that another live process does. */
export const serveControl = async (setup: ControlSetup): Promise<Result<ControlServer, ClaimTrouble>> => {
  const open = new Set<Socket>();
  const claimed = await claimSocket(setup.address, (socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    void converse(socket, setup);
  });
  return claimed.ok ? ok({ close: () => close(claimed.value, open) }) : claimed;
};

/** Whoever does not take a reply within this time must not keep the app from ending. */
const longestGoodbyeMs = 500;

const close = async (claimed: ClaimedSocket, open: ReadonlySet<Socket>): Promise<void> => {
  for (const socket of open) socket.destroySoon();
  const cutOff = setTimeout(() => {
    for (const socket of open) socket.destroy();
  }, longestGoodbyeMs);
  await claimed.release();
  clearTimeout(cutOff);
};

const converse = async (socket: Socket, setup: ControlSetup): Promise<void> => {
  const gone = new AbortController();
  const leave = (): void => {
    gone.abort();
  };
  socket.once('end', leave);
  socket.once('close', leave);
  socket.on('error', leave);
  const line = await firstLine(socket, maxRequestBytes);
  if (!line.ok && line.trouble === 'ended') {
    socket.destroy();
    return;
  }
  const reply = line.ok
    ? await replyTo(line.value, setup, gone.signal)
    : misused(words().appAnswers.requestTooLarge);
  if (!gone.signal.aborted) socket.end(`${JSON.stringify(reply)}\n`);
  socket.destroySoon();
};

const replyTo = async (line: string, setup: ControlSetup, gone: AbortSignal): Promise<ReplyLine> => {
  const message = jsonOf(line);
  if (typeof message !== 'object' || message === null) return misused(words().appAnswers.requestNotJson);
  const command = 'command' in message ? message.command : null;
  if (!isControlCommand(command)) {
    return misused(words().appAnswers.unknownCommand);
  }
  try {
    return await perform(command, 'request' in message ? message.request : null, setup.handlers, gone);
  } catch (error) {
    if (error instanceof StoreFailure) return failed({ kind: 'failed', message: error.message });
    setup.onBug(error);
    return failed({ kind: 'failed', message: words().appAnswers.bug });
  }
};

const perform = <Command extends ControlCommand>(
  command: Command,
  request: unknown,
  handlers: ControlHandlers,
  gone: AbortSignal,
): Outcome<ControlAnswer<Command>> | Promise<Outcome<ControlAnswer<Command>>> => {
  const parsed = requestParsers[command](request);
  return parsed.ok
    ? handlers[command](parsed.value, gone)
    : misused(words().appAnswers.requestWrong(parsed.trouble));
};

const misused = (message: string): Result<never, ControlTrouble> => failed({ kind: 'usage', message });

const jsonOf = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};
