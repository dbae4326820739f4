/** What happens to the stored watchlist. */
export const storage = {
  notOpened: 'The watchlist could not be opened',
  notSaved: 'The watchlist could not be saved',
  notRead: 'The watchlist could not be read',
  notWrittenAnew: 'The watchlist’s file was deleted and could not be written anew',
  because: (sentence: string, reason: string) => `${sentence}: ${reason}.`,
  newer:
    'The watchlist was written by a newer Taskbell and was left untouched. Install that version again to use it.',
  newerInMemory:
    'The watchlist was written by a newer Taskbell, so this one reads it and leaves it untouched. It goes on watching, ' +
    'but what you change now is gone when it ends, and endings may be told again. Install the newer version to use it.',
  unwritable: (reason: string) =>
    `The watchlist cannot be written (${reason}). Taskbell goes on watching, but what you change now is gone when it ` +
    'ends, and endings may be told again. Make the data folder writable, with room on the disk, and start it again.',
  replaced:
    'The watchlist’s file was replaced by another while Taskbell ran. Taskbell goes on watching and writes nothing ' +
    'into it. Quit and start it again to use that file.',
  empty: 'The watchlist’s file is empty.',
  damaged: (found: string) => `The watchlist’s file is damaged: ${found}.`,
  notSetAside: 'The watchlist’s file is damaged and could not be set aside. Make the folder writable.',
  restored: (day: string, keptAs: string) =>
    `The watchlist’s file was damaged. The copy of ${day} is in its place: tasks added since are missing, and ` +
    `what ended since may be told again. The damaged file is kept as ${keptAs}.`,
  startedAnew: (keptAs: string) =>
    'The watchlist’s file was damaged and there is no good copy, so the list starts empty. Your keys are still in the ' +
    `keyring under the old gateways. The damaged file is kept as ${keptAs}.`,
  otherTaskbell:
    'Another Taskbell uses this data folder and does not answer. End its process, or wait until it has ended.',
  cannotStart: 'Taskbell cannot start',
  unexpected: (error: string) => `Something unexpected went wrong: ${error}`,
  controlTroubles: {
    'not-ours': 'The folder for Taskbell’s control socket belongs to another user.',
    'cannot-listen': 'Taskbell could not open its control socket in the data folder.',
  },
};
