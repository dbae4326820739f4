/** The frame of the window, what it says at first, and what is said when something fails. */
export const window = {
  couldNot: 'Taskbell could not do that. Please try again.',
  broken: 'This window could not read the watchlist. Taskbell itself keeps watching.',
  tryAgain: 'Try again',
  dismiss: 'Dismiss',
  noTray:
    'No panel of this desktop shows tray items. Closing this window minimises it, and starting Taskbell again brings it back.',
  noTrayWith: (sentence: string, advice: string) => `${sentence} ${advice}`,
  noNotifications:
    'This desktop takes no notifications. Taskbell keeps watching, but you have to look here for what ended.',
  keepsWatchingInTray: 'Taskbell keeps watching in the tray.',
  keepsWatchingBehind: 'Taskbell keeps watching in the background.',
  closingWithNotices: 'Closing this window does not stop it: you are told when a task ends.',
  closingWithoutNotices: 'Closing this window does not stop it: you find here what ended.',
  noTrayHere: 'This desktop shows no tray; start Taskbell again to get this window back.',
  quit: 'Quit',
  keepWatching: 'Keep watching',
  welcome: 'Taskbell tells you when your video is ready',
  sameAsYours: 'The base URL and the key are the ones you start your videos with.',
  steps: (keys: string): readonly string[] => [
    'Add the gateway that makes your videos, once.',
    `Paste the id of a task (${keys}).`,
    'Close this window and go on working. Taskbell keeps asking, and says so when the video is ready or has failed.',
  ],
  addGateway: 'Add a gateway',
  /** What saving by itself means, where it is first offered. */
  savesInto: (folder: string) => `Into ${folder}, before its link ends. Settings has more.`,
  settings: 'Settings and diagnostics',
};
