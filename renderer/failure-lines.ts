import { failureSentence, ownWords } from '../electron/shared/messages.ts';
import { words } from '../electron/shared/language/spoken.ts';
import type { TaskEntry } from '../electron/shared/watchlist-view.ts';

/** What the details say of a failure; null where there is nothing more to say. */
export interface FailureLines {
  readonly sentence: string;
  /** The gateway's own words, as long as they are short enough to be read at a glance. */
  readonly own: string | null;
  /** They are folded where they are longer. */
  readonly folded: string | null;
  readonly code: string | null;
}

const longestUnfolded = 200;

export const failureLinesOf = ({
  phase,
  failure,
}: Pick<TaskEntry, 'phase' | 'failure'>): FailureLines | null => {
  if (failure === null) return null;
  const { theirWords, failureCode } = words().details;
  const sentence = failureSentence(failure);
  const own = ownWords(failure);
  const isMore = own !== '' && own !== sentence;
  const isShort = own.length <= longestUnfolded;
  return {
    sentence,
    own: isMore && isShort ? theirWords(own) : null,
    folded: isMore && !isShort ? own : null,
    code: failure.code === phase ? null : failureCode(failure.code),
  };
};
