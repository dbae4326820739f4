import { counted } from './counting.ts';
/** How Taskbell's surroundings are, and what came of trying them out. */
export const diagnostics = {
  unknown: 'This could not be found out.',
  testFailed: 'The test itself went wrong.',
  keyring: {
    linux: 'Keys are kept in the desktop’s keyring (Secret Service).',
    darwin: 'Keys are kept in the macOS keychain.',
    win32: 'Keys are kept in the Windows Credential Manager.',
    locked: 'It is locked: unlock it, and Taskbell goes on.',
    unlocked: 'It is unlocked.',
    unlockedBy: (program: string) => `${program} keeps it; it is unlocked.`,
    troubles: {
      'keyring-locked': 'The keyring did not answer within 10 s: it is probably locked.',
      'keyring-absent': 'No keyring is running. Keys cannot be kept until one is (such as gnome-keyring).',
      'keyring-failed': 'The keyring answered with an error.',
    },
    otherSecret: 'The keyring gave back something else than was put in.',
    works: (took: string) => `A probe was kept, read and removed in ${took}.`,
    underASecond: 'less than a second',
  },
  network: {
    there: 'There is a network.',
    none: 'There is no network.',
    noGateway: 'There is no gateway to look for.',
    each: (gateways: readonly (readonly [name: string, says: string])[]) =>
      `${gateways.map(([name, says]) => `${name}: ${says}`).join('; ')}.`,
    direct: 'direct',
    throughProxy: 'through the system’s proxy',
    proxyLooks: 'the proxy looks for it',
    found: 'host found',
    notFound: 'host not found',
  },
  notifications: {
    targets: (count: number) => `${counted(count, 'phone or chat is', 'phones or chats are')} told too.`,
    notDelivered: (count: number) => `${counted(count, 'message was', 'messages were')} not delivered there.`,
    work: 'The desktop takes notifications.',
    doNotWork: 'No notification service took the last notification. Endings show in the tray and the window.',
    noAnswer: 'The service does not answer.',
    shownBy: (server: string) => `They are shown by ${server}.`,
    shownByWith: (server: string, abilities: readonly string[]) =>
      `They are shown by ${server}, with ${abilities.join(', ')}.`,
    undisturbed: 'Its do-not-disturb is on.',
    disturbed: 'Its do-not-disturb is off, or it does not tell.',
    abilities: {
      actions: 'buttons',
      body: 'text',
      'body-markup': 'styled text',
      persistence: 'a history',
      sound: 'sounds',
    },
    sent: 'Sent. If you saw nothing, look at the desktop’s do-not-disturb setting.',
  },
  power: {
    told: 'The system tells of sleep and of waking.',
    notTold: 'No service tells of sleep here. Taskbell notices it by the clock after waking.',
    played: 'Taskbell did what it does after a sleep: it asks again about what may have ended.',
  },
  storage: {
    bytes: 'bytes',
    free: (size: string) => `${size} free`,
    notWritable: (free: string) => `The data folder cannot be written to. ${free}.`,
    writable: (used: string, free: string) => `The data folder can be written to and takes ${used}; ${free}.`,
    little: 'That is little.',
    works: 'A file was written, read and removed.',
    otherText: 'A file reads otherwise than it was written.',
    failed: 'No file could be written into the data folder.',
  },
  tray: {
    none: 'No desktop panel shows tray items.',
    startAgain: 'Start Taskbell again to open its window.',
    shown: 'A desktop panel shows the tray item.',
    shownKeptBy: (program: string) =>
      `A desktop panel shows the tray item; ${program} keeps the list of items.`,
    systemPlace: 'The system has a place for the tray item.',
    noList: 'Nobody on this desktop keeps a list of tray items.',
    listed: 'The panel’s list has Taskbell’s item.',
    notListed: 'The panel’s list of tray items does not have Taskbell’s.',
  },
  /** Between two sentences. */
  between: ' ',
};
