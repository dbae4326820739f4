import { createHash } from 'node:crypto';
import { posix, win32 } from 'node:path';

/** Where the control socket is. */
export interface ControlAddress {
  readonly path: string;
  /** A folder outside the data folder that must exist, be ours and be closed to others; null when none is needed. */
  readonly ownFolder: string | null;
}

export interface ControlPlace {
  readonly dataFolder: string;
  readonly platform: NodeJS.Platform;
  /** Any word that tells the users of one machine apart. */
  readonly user: string;
}

/** sun_path holds 104 bytes on macOS and the BSDs, 108 on Linux; a closing zero and a draft's ending must fit too. */
const longestSocketPath = 96;

/**
 * The socket is in the data folder. A data folder too long for a socket path gets a folder of its own below
 * /tmp: not XDG_RUNTIME_DIR or TMPDIR, because a cron job does not see those of the desktop session and the two
 * must meet. Windows has a named pipe. Two users never share an address.
 */
export const controlAddress = ({ dataFolder, platform, user }: ControlPlace): ControlAddress => {
  if (platform === 'win32') {
    const folder = win32.normalize(dataFolder).toLowerCase();
    return { path: `\\\\.\\pipe\\taskbell-${shortHash(`${user}\n${folder}`)}`, ownFolder: null };
  }
  const inside = posix.join(dataFolder, 'control.sock');
  if (Buffer.byteLength(inside) <= longestSocketPath) return { path: inside, ownFolder: null };
  const ownFolder = `/tmp/taskbell-${shortHash(`${user}\n${posix.normalize(dataFolder)}`)}`;
  return { path: `${ownFolder}/control.sock`, ownFolder };
};

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
