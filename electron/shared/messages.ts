import type { GatewayTestOutcome } from './gateway.ts';
import { words } from './language/spoken.ts';
import type { Failure } from './task.ts';

/** Sentences that the tray, the window, the notifications and the command line share. */

/** Why a task failed, as the list and a notification say it: where nothing is known, the gateway's words speak. */
export const failureSentence = ({ reason, message }: Failure): string =>
  reason === 'unknown' ? message : words().tasks.failures[reason];

/** What a Test found. */
export const testSentence = (outcome: GatewayTestOutcome): string => {
  const { testReached, testTroubles, looksLike } = words().checks;
  const found = outcome.reached ? testReached : testTroubles[outcome.trouble];
  return outcome.dialect === null ? found : looksLike(found, words().dialects.labelled(outcome.dialect));
};
