import type { OpenTrouble } from '../../result-links.ts';
import type { CheckTrouble, FailureReason, Phase } from '../../task.ts';
import { counted } from './counting.ts';

/** Where a task stands, and why it went wrong. */
export const tasks = {
  phases: {
    queued: 'Queued',
    running: 'Running',
    succeeded: 'Ready',
    failed: 'Failed',
    cancelled: 'Cancelled',
    lost: 'Lost',
  } satisfies Record<Phase, string>,
  /** "3 running", one of several that are counted. */
  countedPhase: {
    queued: (count: number) => `${String(count)} queued`,
    running: (count: number) => `${String(count)} running`,
    succeeded: (count: number) => `${String(count)} ready`,
    failed: (count: number) => `${String(count)} failed`,
    cancelled: (count: number) => `${String(count)} cancelled`,
    lost: (count: number) => `${String(count)} lost`,
  } satisfies Record<Phase, (count: number) => string>,
  listed: (parts: readonly string[]) => parts.join(', '),
  count: (count: number) => counted(count, 'task', 'tasks'),
  /** What kind of failure it was, in one plain sentence; where nothing is known, the gateway's words speak. */
  failures: {
    moderation: 'Rejected by content policy',
    quota: 'The gateway’s limit for this key was reached',
    billing: 'The account at the gateway has no credit left',
    'invalid-input': 'The gateway could not use the input',
    upstream: 'The service behind the gateway had an error',
    expired: 'The task ran out of time at the gateway',
    'not-found': 'The gateway no longer knows this id',
  } satisfies Record<Exclude<FailureReason, 'unknown'>, string>,
  noReason: 'The gateway gave no reason.',
  openTroubles: {
    'no-link': 'The gateway gave no link to this video.',
    'link-ended': 'The link to this video has ended, and the gateway gave no other.',
    'not-https':
      'This video’s link is not https, so it was not opened. You can save the video, or copy the link.',
    'needs-key':
      'A browser cannot open this video: the gateway hands it out only together with your key. Save it, which sends the key, and open the file.',
    'no-program': 'No program of this computer opened the video. The task’s details say where it is.',
  } satisfies Record<OpenTrouble, string>,
  /** Each trouble in the few words that a row, a line of the tray menu and a column have room for. */
  troubles: {
    'no-network': 'offline',
    'unknown-host': 'host not found',
    unreachable: 'no answer',
    insecure: 'not secure',
    'timed-out': 'no answer',
    redirected: 'redirected',
    'too-large': 'answer too large',
    'not-json': 'answer unreadable',
    'not-understood': 'answer unreadable',
    'other-task': 'wrong answer',
    'not-found': 'id not known',
    'server-error': 'gateway error',
    'rate-limited': 'asked to wait',
    refused: 'key refused',
    'no-key': 'key missing',
    'keyring-locked': 'keyring locked',
    'keyring-absent': 'no keyring',
    'keyring-failed': 'keyring trouble',
    'key-file-locked': 'passphrase needed',
    'key-file-damaged': 'key file damaged',
    'key-file-failed': 'key file trouble',
  } satisfies Record<CheckTrouble, string>,
};
