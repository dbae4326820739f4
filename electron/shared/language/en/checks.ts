import type { CheckTrouble } from '../../task.ts';

const troubles = {
  'no-network': 'No network. Checking goes on when it is back.',
  'unknown-host': 'The gateway’s host name is not known. Check the base URL or your network.',
  unreachable: 'The gateway does not answer. Checking goes on by itself.',
  insecure: 'The gateway’s certificate could not be trusted, or it does not speak https. No key was sent.',
  'timed-out': 'The gateway took too long to answer. Checking goes on by itself.',
  redirected:
    'The gateway answered with a redirect, which is not followed with your key. Check the base URL.',
  'too-large': 'The gateway’s answer was larger than 2 MiB and was not read.',
  'not-json': 'The gateway answered with something that is not JSON. Check the base URL.',
  'not-understood':
    'The answer is JSON but not that of a video task. Check the base URL and the kind of API.',
  'other-task': 'The gateway answered about another task. The answer was not used.',
  'not-found':
    'The gateway does not know this id right now. It is asked again before the task counts as lost.',
  'server-error': 'The gateway reports an error of its own. Checking goes on by itself.',
  'rate-limited': 'The gateway asks for fewer requests. Checking goes on after the wait it named.',
  refused:
    'The gateway refused the key. Edit the gateway to enter a valid one; until then it is not asked again.',
  'no-key': 'No key is stored for this gateway. Edit the gateway to enter it.',
  'keyring-locked': 'The keyring is locked or does not answer. Unlock it: checking goes on by itself.',
  'keyring-absent':
    'No keyring is running, so the key cannot be read. Start one (such as gnome-keyring), then try again.',
  'keyring-failed': 'The keyring could not give the key. Try again, or enter the key anew in Settings.',
  'key-file-locked': 'The file with your keys is locked. Enter its passphrase in the window.',
  'key-file-damaged':
    'The file with your keys is damaged and was left as it is. Settings › Keys says what you can do.',
  'key-file-failed': 'The file with your keys cannot be read. Settings › Keys says what you can do.',
} satisfies Record<CheckTrouble, string>;

/** Why a check brought nothing, and what a test of a gateway found. */
export const checks = {
  troubles,
  /** The same where someone tries out a gateway and nothing goes on by itself. */
  testTroubles: {
    ...troubles,
    'no-network': 'There is no network, so the gateway could not be asked.',
    unreachable: 'The gateway does not answer at this address. Check the base URL.',
    'timed-out': 'The gateway took too long to answer. Check the base URL, or try again.',
    'server-error': 'The gateway reports an error of its own. Try again later.',
    'rate-limited': 'The gateway asks for fewer requests. Try again later.',
    'keyring-locked': 'The keyring is locked or does not answer. Unlock it, then try again.',
    refused: 'The gateway refused the key. Copy it again, and see that it is a key of this gateway.',
  },
  testReached: 'The gateway answers as expected and takes this key.',
  looksLike: (found: string, dialect: string) =>
    `${found} It looks like ${dialect}: choose that kind of API.`,
};
