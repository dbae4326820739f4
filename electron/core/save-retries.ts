import { isFolderTrouble, type SaveTrouble } from '../shared/saving.ts';

/** Whether trying again by itself can help: something passes, or comes back. */
const retried: Readonly<Record<SaveTrouble, boolean>> = {
  'no-network': true,
  'unknown-host': true,
  unreachable: true,
  insecure: false,
  'timed-out': true,
  'server-error': true,
  'rate-limited': true,
  refused: false,
  'no-key': false,
  'keyring-locked': true,
  'keyring-absent': true,
  'keyring-failed': true,
  'key-file-locked': true,
  'key-file-damaged': false,
  'key-file-failed': true,
  stopped: false,
  'no-link': false,
  'link-ended': false,
  gone: false,
  'not-a-video': false,
  empty: true,
  'too-large': false,
  'cut-off': true,
  incomplete: true,
  redirects: false,
  'unsafe-address': false,
  'no-folder': true,
  'not-writable': true,
  'disk-full': true,
};

/** A server that is wrong so often in a row is wrong for good. */
const mostOf: Readonly<Partial<Record<SaveTrouble, number>>> = { empty: 3, incomplete: 3, 'cut-off': 8 };

/** At five minutes at most between two, a link of a day is tried for as long as it lives. */
const mostFailures = 400;

/**
 * `failures` in a row that brought no further byte, this one included. A folder that was named for this save alone was
 * meant: whoever named it is told at once that it does not do.
 */
export const isRetried = (trouble: SaveTrouble, failures: number, folderNamed: boolean): boolean => {
  if (folderNamed && isFolderTrouble(trouble)) return false;
  return retried[trouble] && failures < (mostOf[trouble] ?? mostFailures);
};

/** Whether it may be over once the network is another, or the computer has woken. */
export const isOfNetwork = (trouble: SaveTrouble | null): boolean =>
  trouble !== null && ofNetwork.has(trouble);

/** Whether another link to the same file may help: signed ones end without saying when. */
export const isOfLink = (trouble: SaveTrouble): boolean =>
  trouble === 'gone' || trouble === 'refused' || trouble === 'not-a-video';

const ofNetwork: ReadonlySet<SaveTrouble> = new Set([
  'no-network',
  'unknown-host',
  'unreachable',
  'timed-out',
  'cut-off',
]);
