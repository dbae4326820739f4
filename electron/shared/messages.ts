import type { GatewayTestOutcome, GatewayTrouble } from './gateway.ts';
import type { OpenTrouble, ReferenceNote, WatchTrouble } from './ipc-contract.ts';
import type { ShortcutTrouble, StartupTrouble } from './preferences.ts';
import type { CheckTrouble, Failure, FailureReason, Phase } from './task.ts';

/** Sentences that the tray, the window, the notifications and the command line share. */

export const phaseWords: Readonly<Record<Phase, string>> = {
  queued: 'Queued',
  running: 'Running',
  succeeded: 'Ready',
  failed: 'Failed',
  cancelled: 'Cancelled',
  lost: 'Lost',
};

/** What is announced, in a word or two. */
export const announcementWords = {
  succeeded: phaseWords.succeeded,
  failed: phaseWords.failed,
  cancelled: phaseWords.cancelled,
  lost: phaseWords.lost,
  'link-expiring': 'Link ends soon',
  unanswered: 'No answer',
} as const;

export const checkTroubleSentences: Readonly<Record<CheckTrouble, string>> = {
  'no-network': 'No network. Checking goes on when it is back.',
  'unknown-host': 'The gateway’s host name is not known. Check the base URL or your network.',
  unreachable: 'The gateway does not answer. Checking goes on by itself.',
  insecure: 'The gateway’s certificate could not be trusted, or it does not speak https. No key was sent.',
  'timed-out': 'The gateway took too long to answer. Checking goes on by itself.',
  redirected:
    'The gateway answered with a redirect, which is not followed with your key. Check the base URL.',
  'too-large': 'The gateway’s answer was larger than 2 MiB and was not read.',
  'not-json': 'The gateway answered with something that is not JSON. Check the base URL.',
  'not-understood': 'The answer is JSON but not that of a video task. Check the base URL and the dialect.',
  'other-task': 'The gateway answered about another task. The answer was not used.',
  'not-found':
    'The gateway does not know this id right now. It is asked again before the task counts as lost.',
  'server-error': 'The gateway reports an error of its own. Checking goes on by itself.',
  'rate-limited': 'The gateway asks for fewer requests. Checking goes on after the wait it named.',
  refused:
    'The gateway refused the key. Edit the gateway to enter a valid one; until then it is not asked again.',
  'no-key': 'No key is stored for this gateway. Edit the gateway to enter it.',
  'keyring-locked': 'The keyring did not answer in time. Unlock it, then try again in Settings.',
  'keyring-absent':
    'No keyring is running, so the key cannot be read. Start one (such as gnome-keyring), then try again.',
  'keyring-failed': 'The keyring could not give the key. Try again, or enter the key anew in Settings.',
};

/** The same where someone tries out a gateway and nothing goes on by itself. */
const testTroubleSentences: Readonly<Record<CheckTrouble, string>> = {
  ...checkTroubleSentences,
  'no-network': 'There is no network, so the gateway could not be asked.',
  unreachable: 'The gateway does not answer at this address. Check the base URL.',
  'timed-out': 'The gateway took too long to answer. Check the base URL, or try again.',
  'server-error': 'The gateway reports an error of its own. Try again later.',
  'rate-limited': 'The gateway asks for fewer requests. Try again later.',
  refused: 'The gateway refused the key. Copy it again, and see that it is a key of this gateway.',
};

export const gatewayTroubleSentences: Readonly<Record<GatewayTrouble, string>> = {
  'name-missing': 'Give the gateway a name.',
  'name-taken': 'Another gateway has this name. Choose a different one.',
  'not-a-url': 'This is not a URL. A base URL looks like https://api.example.com.',
  'not-http': 'Only https (and http on this machine) can be used.',
  'url-holds-password': 'Leave user name and password out of the URL; the key belongs in its own field.',
  'url-holds-query': 'Leave everything from “?” or “#” on out of the base URL.',
  'plain-http':
    'Plain http would send your key unencrypted over the network. Use https, or allow plain http for this gateway.',
  'unknown-dialect': 'Taskbell does not know this dialect.',
  'key-missing': 'Enter the gateway’s key.',
  'key-malformed': 'A key cannot hold spaces, line breaks or characters outside ASCII. Copy it again.',
  'rate-out-of-range':
    'Requests a second must be at least 0.1 and at most 100. Leave it empty for the gateway’s own pace.',
  'keyring-locked': 'The keyring did not answer in time. Unlock it and save again; nothing was stored.',
  'keyring-absent':
    'No keyring is running, so the key cannot be kept safely. Start one (such as gnome-keyring) and save again; nothing was stored.',
  'keyring-failed': 'The keyring did not take the key. Nothing was stored.',
  'unknown-gateway': 'There is no such gateway.',
};

/** Why a gateway could not be removed: its key has to leave the keychain first. */
export const removalTroubleSentences: Readonly<Record<GatewayTrouble, string>> = {
  ...gatewayTroubleSentences,
  'keyring-locked':
    'The keyring did not answer in time, so the key could not be removed from it. Unlock it and try again; the gateway is still here.',
  'keyring-absent':
    'No keyring is running, so the key could not be removed from it. Start it and try again; the gateway is still here.',
  'keyring-failed': 'The keyring did not remove the key. Try again; the gateway is still here.',
};

export const watchTroubleSentences: Readonly<Record<WatchTrouble, string>> = {
  'nothing-found': 'No task id was found in this text. Paste an id, or several on lines of their own.',
  'no-gateway': 'Add a gateway first, so that Taskbell knows where to ask.',
  'unknown-gateway': 'There is no gateway of that name.',
  'which-gateway': 'There are several gateways. Choose the one that has this task.',
  'unknown-address':
    'No gateway has the address in this text. Add it as a gateway, or choose the one that has this task.',
  'too-many': 'That is more than 1,000 ids at once. Paste fewer.',
};

/** Why a text that was understood holds no id. */
export const referenceNoteSentences: Readonly<Record<ReferenceNote, string>> = {
  'error-answer': 'This is an error of the gateway, not a task. No id is in it.',
  'create-request':
    'This request makes a new video and holds no id yet. Paste what the gateway answers to it.',
};

/** What kind of failure it was, in one plain sentence; where nothing is known, the gateway's words speak. */
const failureSentences: Readonly<Record<Exclude<FailureReason, 'unknown'>, string>> = {
  moderation: 'Rejected by content policy',
  quota: 'The gateway’s limit for this key was reached',
  billing: 'The account at the gateway has no credit left',
  'invalid-input': 'The gateway could not use the input',
  upstream: 'The service behind the gateway had an error',
  expired: 'The task ran out of time at the gateway',
  'not-found': 'The gateway no longer knows this id',
};

/** Why a task failed, as the list and a notification say it. */
export const failureSentence = ({ reason, message }: Failure): string =>
  reason === 'unknown' ? message : failureSentences[reason];

export const openTroubleSentences: Readonly<Record<OpenTrouble, string>> = {
  'no-link': 'The gateway gave no link to this video.',
  'not-https': 'This video’s link is not https, so it was not opened. You can still copy it.',
  'needs-key':
    'A browser cannot open this video: the gateway hands it out only together with your key. You can still copy the link.',
};

/** What a Test found. */
export const testSentence = (outcome: GatewayTestOutcome): string => {
  const found = outcome.reached
    ? 'The gateway answers as expected and takes this key.'
    : testTroubleSentences[outcome.trouble];
  return outcome.dialect === null ? found : `${found} It looks like ${outcome.dialect}: choose that dialect.`;
};

/** Why a notification was not shown. */
export const notifierSentences = {
  absent: 'No notification service is running on this desktop. Endings show in the tray and the window.',
  'no-answer': 'The notification service does not answer. Endings show in the tray and the window.',
  failed: 'The desktop refused the notification. Check its notification settings for Taskbell.',
} as const;

export const startupSentences: Readonly<Record<StartupTrouble, string>> = {
  'not-possible': 'This build cannot be started at log-in: only an installed Taskbell can.',
  'not-written': 'The system did not take this. Check whether the autostart folder can be written to.',
};

export const shortcutSentences: Readonly<Record<ShortcutTrouble, string>> = {
  'not-keys': 'This is not a combination of keys.',
  'needs-modifier': 'Hold Ctrl, Alt, Super or Command with the key, or use a function key.',
  taken: 'Another program has these keys. The ones before still work.',
  'used-here': 'Taskbell uses these keys for something else already.',
};
