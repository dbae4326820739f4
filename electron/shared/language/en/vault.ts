import type { MoveTrouble, VaultKind } from '../../vault.ts';

/** Where keys are kept: the section of Settings, the strip in the window, and the commands. */
export const vault = {
  kinds: {
    keyring: 'In the system’s keyring',
    file: 'In a file with a passphrase',
    memory: 'Nowhere: ask at each start',
  } satisfies Record<VaultKind, string>,
  means: {
    keyring: 'The keyring of your desktop keeps them, and opens when you log in.',
    file: 'They are encrypted in the data folder. Taskbell asks for the passphrase at each start. Without it nobody can read them, not even you.',
    memory: 'They are only in memory, and gone when Taskbell ends.',
  } satisfies Record<VaultKind, string>,
  now: {
    keyring: 'Keys are kept in the system’s keyring.',
    file: 'Keys are kept in an encrypted file.',
    memory: 'Keys are kept in memory only and asked for at each start.',
  } satisfies Record<VaultKind, string>,
  locked: 'It is locked: its passphrase has not been entered.',
  open: 'It is open.',
  leftover: {
    keyring:
      'Copies are still in the keyring, which did not let them be removed. The next start tries again.',
    file: 'The file with copies could not be removed. The next start tries again.',
    memory: '',
  } satisfies Record<VaultKind, string>,
  move: 'Keep them there',
  leave: 'Change without the keys',
  leaveMeans: 'The keys cannot be read where they are. They stay there, and you enter them again.',
  moved: 'The keys are there now.',
  passphrase: 'Passphrase',
  newPassphrase: 'New passphrase',
  again: 'Again',
  differ: 'The two are not the same.',
  unlock: 'Unlock',
  unlockAsks: 'Your keys are in a locked file. Enter its passphrase, and checking goes on.',
  unlocked: 'The keys are unlocked.',
  change: 'Change the passphrase',
  changed: 'The passphrase was changed.',
  forgetAll: 'Forget all keys',
  forgetAsks:
    'All keys are removed, and the addresses and tokens of phones and chats; gateways and tasks stay. What is forgotten can only be entered again.',
  forgotten: 'All keys were removed. Enter a key in each gateway to go on.',
  cancel: 'Cancel',
  keyOf: (gateway: string) => `The key of ${gateway} was not kept. Enter it, and checking goes on.`,
  enterKey: 'Enter',
  noKeyring:
    'No keyring is running, so keys cannot be kept there. Start one, or choose what Taskbell does instead.',
  chooseInSettings: 'Choose',
  troubles: {
    'keyring-locked': 'The keyring did not answer in time. Unlock it and try again; nothing was changed.',
    'keyring-absent': 'No keyring is running. Nothing was changed.',
    'keyring-failed': 'The keyring answered with an error. Nothing was changed.',
    'key-file-locked': 'The file with the keys is locked. Enter its passphrase first.',
    'key-file-damaged': 'The file with the keys is damaged. It was left as it is.',
    'key-file-failed': 'The file with the keys could not be read or written. Nothing was changed.',
    'no-key-file': 'There is no file with keys.',
    'wrong-passphrase': 'This is not the passphrase.',
    'too-many-tries': 'That were three wrong ones within a minute. Wait a minute and try again.',
    'passphrase-short': 'A passphrase needs at least 8 characters.',
    'store-failed': 'The choice could not be stored, so nothing was changed.',
  } satisfies Record<MoveTrouble, string>,
  keyChanged: (gateway: string, ending: string | null) =>
    ending === null
      ? `The key of ${gateway} was changed.`
      : `The key of ${gateway} was changed; it ends in ${ending}.`,
  nothingOnInput: 'Nothing came on standard input.',
  group: 'Say what to do with the keys: status, unlock, move, passphrase or forget.',
  promptNow: 'Passphrase: ',
  promptNew: 'New passphrase: ',
  promptAgain: 'Again: ',
};
