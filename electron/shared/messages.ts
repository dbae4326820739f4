import type { GatewayTestOutcome } from './gateway.ts';
import { words } from './language/spoken.ts';
import type { Failure } from './task.ts';

/** Sentences that the tray, the window, the notifications and the command line share. */

/** What earlier versions stored where a gateway had given no reason. */
const noReasonOnce = 'The gateway gave no reason.';

/** The gateway's own words; empty where it had none. */
export const ownWords = ({ message }: Pick<Failure, 'message'>): string =>
  message === noReasonOnce ? '' : message;

/** The same, with a sentence of ours where it had none. */
export const reasonText = (failure: Pick<Failure, 'message'>): string => {
  const own = ownWords(failure);
  return own === '' ? words().tasks.noReason : own;
};

/** Why a task failed, as the list and a notification say it: where nothing is known, the gateway's words speak. */
export const failureSentence = (failure: Failure): string =>
  failure.reason === 'unknown' ? reasonText(failure) : words().tasks.failures[failure.reason];

/** What a Test found. */
export const testSentence = (outcome: GatewayTestOutcome): string => {
  const { testReached, testTroubles, looksLike } = words().checks;
  const found = outcome.reached ? testReached : testTroubles[outcome.trouble];
  return outcome.dialect === null ? found : looksLike(found, words().dialects.labelled(outcome.dialect));
};
