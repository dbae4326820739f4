import type { GatewayTestOutcome } from './gateway.ts';
import { spokenIn } from './language/languages.ts';
import { words } from './language/spoken.ts';
import type { Failure } from './task.ts';

/** Sentences that the tray, the window, the notifications and the command line share. */

/** What earlier versions stored where a gateway had given no reason. */
const noReasonOnce = 'The gateway gave no reason.';

/** The gateway's own words; empty where it had none. That a task is lost is never its word: earlier versions stored ours. */
export const ownWords = ({ message, reason }: Pick<Failure, 'message' | 'reason'>): string =>
  message === noReasonOnce || reason === 'not-found' ? '' : message;

/** The same for scripts and searches, in any language. Of a lost task they have always read this sentence. */
export const messageForScripts = (failure: Failure): string =>
  failure.reason === 'not-found' ? spokenIn.en.words.tasks.failures['not-found'] : ownWords(failure);

/** What was given as the reason, or a sentence that says that none was. */
export const reasonText = ({ message }: Pick<Failure, 'message'>): string =>
  message === '' || message === noReasonOnce ? words().tasks.noReason : message;

/** Why a task failed, as the list and a notification say it: where nothing is known, the gateway's words speak. */
export const failureSentence = (failure: Failure): string =>
  failure.reason === 'unknown' ? reasonText(failure) : words().tasks.failures[failure.reason];

/** What a Test found. */
export const testSentence = (outcome: GatewayTestOutcome): string => {
  const { testReached, testTroubles, looksLike } = words().checks;
  const found = outcome.reached ? testReached : testTroubles[outcome.trouble];
  return outcome.dialect === null ? found : looksLike(found, words().dialects.labelled(outcome.dialect));
};
