import type { Amount } from '../../duration.ts';
import { counted, plural } from './counting.ts';
import { tasks } from './tasks.ts';
import { amountInWords } from './times.ts';

const linkEnds = (count: number): string =>
  `${String(count)} ${plural(count, 'link ends soon', 'links end soon')}`;

/** What the desktop's notifications say. */
export const notices = {
  /** What a click on a notice does, where a desktop names it. */
  open: 'Open',
  endings: {
    succeeded: 'Video ready',
    failed: 'Video failed',
    cancelled: 'Video cancelled',
    lost: 'Video lost: the gateway no longer knows it',
  },
  /** What is announced, in a word or two. */
  kinds: {
    succeeded: tasks.phases.succeeded,
    failed: tasks.phases.failed,
    cancelled: tasks.phases.cancelled,
    lost: tasks.phases.lost,
    'link-expiring': 'Link ends soon',
    unanswered: 'No answer',
  },
  countedKinds: {
    succeeded: tasks.countedPhase.succeeded,
    failed: tasks.countedPhase.failed,
    cancelled: tasks.countedPhase.cancelled,
    lost: tasks.countedPhase.lost,
    'link-expiring': linkEnds,
    unanswered: (count: number) => `${String(count)} without an answer`,
  },
  linkEndsSoon: 'The link to this video ends soon',
  linkEnded: 'The link to this video has ended',
  linkEndsNow: 'The link to this video ends now',
  linkEndsIn: (left: Amount) => `The link to this video ends in about ${amountInWords(left)}`,
  silentForAWeek: 'No answer about a video for a week',
  silentSince: (day: string) => `No answer about this video since ${day}`,
  sayWhetherToKeep: 'Open it to say whether to keep watching.',
  line: (kind: string, title: string) => `${kind}: ${title}`,
  more: (count: number) => `and ${String(count)} more`,
  heading: (what: string, counts: string) => `${what}: ${counts}`,
  meanwhile: 'While you were away',
  quiet: 'While it was quiet',
  ended: (count: number) => counted(count, 'video ended', 'videos ended'),
  newsOf: (count: number) => `News of ${counted(count, 'video', 'videos')}`,
  notSaved: 'Taskbell cannot save its list',
  goesOnUnsaved: (trouble: string) =>
    `${trouble} It goes on watching. Endings show in the list and are told once they can be saved.`,
  keyRefused: (gateway: string) => `${gateway} refuses your key`,
  keyMissing: (gateway: string) => `The key for ${gateway} is missing`,
  keyNeeded: 'Its tasks are not asked about until you enter a valid key in Settings.',
  test: 'Taskbell can reach you',
  testBody: 'Notifications of ready and failed videos look like this.',
  /** Why a notification was not shown. */
  troubles: {
    absent: 'No notification service is running on this desktop. Endings show in the tray and the window.',
    'no-answer': 'The notification service does not answer. Endings show in the tray and the window.',
    failed: 'The desktop refused the notification. Check its notification settings for Taskbell.',
  },
};
