import { words } from './language/spoken.ts';
import { minuteTimeText } from './local-time.ts';
import type { PushOutcome, PushTargetEntry } from './push.ts';

/** What came of a message, in a sentence or two. */
export const pushOutcomeText = ({ failure, said }: Pick<PushOutcome, 'failure' | 'said'>): string => {
  const { arrived, failures, said: answered } = words().push;
  const sentence = failure === null ? arrived : failures[failure];
  return said === '' ? sentence : answered(sentence, said);
};

/** How it stands with a target: what came of the last message, what waits and what was given up. */
export const pushStateText = ({ last, waiting, undelivered }: PushTargetEntry, now: number): string => {
  const text = words().push;
  const sentences: string[] = [];
  if (last === null) sentences.push(text.neverSent);
  else if (last.failure === null) sentences.push(text.delivered(minuteTimeText(last.at, now)));
  else sentences.push(text.notDelivered(pushOutcomeText(last)));
  if (waiting > 0) sentences.push(text.waiting(waiting));
  if (undelivered > 0) sentences.push(text.undelivered(undelivered));
  return sentences.join(' ');
};
