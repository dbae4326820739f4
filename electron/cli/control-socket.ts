import { randomBytes } from 'node:crypto';
import { chmodSync, linkSync, lstatSync, mkdirSync, rmSync } from 'node:fs';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { failed, ok, type Result } from '../shared/result.ts';
import type { ControlAddress } from './control-address.ts';
import { codeOf, privateFolderAt } from './private-folder.ts';
import { removeStale, sameFile, seen, type Seen } from './stale-socket.ts';

/** 'not-ours': somebody else made the folder or file at the address. 'cannot-listen': the system refused. */
export type ClaimTrouble = 'already-running' | 'not-ours' | 'cannot-listen';

export interface ClaimedSocket {
  /** Stops listening and takes the socket away; resolves when the last connection has ended. */
  release(): Promise<void>;
}

/** Listens at the address, in the place of a dead process but never of a live one. */
export const claimSocket = async (
  { path, ownFolder }: ControlAddress,
  onConnection: (socket: Socket) => void,
): Promise<Result<ClaimedSocket, ClaimTrouble>> => {
  if (ownFolder !== null && !ownFolderReady(ownFolder)) return failed('not-ours');
  const server = createServer(onConnection);
  if (process.platform === 'win32') return claimPipe(server, path);
  // Listens under a name of its own and is linked into place after that: what is at the path answers, or is dead.
  const draft = `${path}.${randomBytes(3).toString('hex')}`;
  if ((await listen(server, draft)) !== null) return failed('cannot-listen');
  try {
    chmodSync(draft, 0o600);
    const trouble = await publish(draft, path);
    if (trouble === null) return ok(claimed(server, path, seen(path)));
    server.close();
    return failed(trouble);
  } finally {
    rmSync(draft, { force: true });
  }
};

const ownFolderReady = (folder: string): boolean => {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') return false;
  }
  return privateFolderAt(folder).ok;
};

/** A pipe ends with its process, so there are no stale ones. */
const claimPipe = async (server: Server, path: string): Promise<Result<ClaimedSocket, ClaimTrouble>> => {
  const code = await listen(server, path);
  if (code === null) return ok({ release: () => closed(server) });
  return failed(code === 'EADDRINUSE' ? 'already-running' : 'cannot-listen');
};

/** Null when it listens, else the system's code. */
const listen = (server: Server, path: string): Promise<string | null> =>
  new Promise((resolve) => {
    const refuse = (error: Error): void => resolve(codeOf(error) ?? error.name);
    server.once('error', refuse);
    server.listen(path, () => {
      server.off('error', refuse);
      resolve(null);
    });
  });

/** More rounds than any race between processes that start at once can take. */
const mostRounds = 200;

const publish = async (draft: string, path: string): Promise<ClaimTrouble | null> => {
  for (let round = 0; round < mostRounds; round += 1) {
    try {
      linkSync(draft, path);
      return null;
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') return 'cannot-listen';
    }
    if (lstatSync(path, { throwIfNoEntry: false })?.isSocket() === false) return 'not-ours';
    const before = seen(path);
    if (await isAnswered(path)) return 'already-running';
    if (before !== null) removeStale(path, before);
  }
  return 'cannot-listen';
};

/** Whether a live process listens there. In doubt it does: taking its place would be worse. */
const isAnswered = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error) => resolve(!['ECONNREFUSED', 'ENOENT'].includes(codeOf(error) ?? '')));
  });

const claimed = (server: Server, path: string, mine: Seen | null): ClaimedSocket => ({
  release: () => {
    if (mine !== null && sameFile(mine, seen(path))) rmSync(path, { force: true });
    return closed(server);
  },
});

const closed = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
  });
