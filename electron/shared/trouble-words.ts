import type { CheckTrouble } from './task.ts';

/** Each trouble in the few words that a row, a line of the tray menu and a column have room for. */
export const troubleWords: Readonly<Record<CheckTrouble, string>> = {
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
};

/** Whether nothing is asked until the user has entered another key. */
export const waitsForKey = (trouble: CheckTrouble | null): boolean =>
  trouble === 'refused' || trouble === 'no-key';
