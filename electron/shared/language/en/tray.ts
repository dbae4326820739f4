import { plural } from './counting.ts';

/** The tray item, its menu, and what is said of what was chosen in it. */
export const tray = {
  paused: 'Paused',
  pausedUntil: (end: string) => `Paused until ${end}`,
  offline: 'Offline',
  open: 'Open Taskbell',
  more: (count: number) => `and ${String(count)} more`,
  watchClipboard: 'Watch what is on the clipboard',
  /** Of the id of one, or of how many. */
  watchFromClipboard: (what: string) => `Watch ${what} from the clipboard`,
  resume: 'Resume checking',
  pause: 'Pause checking',
  notifyAgain: 'Notify again',
  beQuiet: 'Be quiet',
  settings: 'Settings…',
  quit: 'Quit Taskbell',
  details: 'Show details',
  dismiss: 'Remove from this menu',
  linkPending: 'The link is on its way',
  openVideo: 'Open video',
  copyLink: 'Copy link',
  checkAgain: 'Check again',
  keepWatching: 'Keep watching',
  unknownToGateway: 'The gateway no longer knows this task',
  nameWhenPaused: 'Taskbell (paused)',
  nameWhenOffline: 'Taskbell (offline)',
  tooltip: (name: string, counts: string) => `${name}: ${counts}`,
  /** What keeps a gateway from bringing news, behind the counts. */
  troubleOf: (trouble: string, gateway: string) => `${trouble} (${gateway})`,
  nothingRunning: 'nothing running',
  notOpened: 'The video was not opened',
  notCopied: 'The link was not copied',
  notSaved: 'Taskbell could not save that',
  nothingAdded: 'Nothing was added',
  watching: (tasks: string) => `Watching ${tasks}`,
  alreadyWatched: 'Already watched',
  alreadyListed: (tasks: string) => `${tasks} already on the list.`,
  fromClipboard: 'From the clipboard.',
  newEndings: (count: number) => `${String(count)} new ${plural(count, 'ending', 'endings')}`,
  withoutItem: 'Taskbell runs without a tray item',
  noPanel: (advice: string) =>
    ['No panel of this desktop shows it.', advice, 'Start Taskbell again to see its window.']
      .filter((sentence) => sentence !== '')
      .join(' '),
};
