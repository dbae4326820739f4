export interface TextPart {
  readonly text: string;
  readonly isMatch: boolean;
}

/** The text in pieces: those that are one of the words, which are in lower case, and those between. */
export const markedParts = (text: string, words: readonly string[]): readonly TextPart[] => {
  const lower = text.toLowerCase();
  // Lower case may be longer than what it is the lower case of; then places in the one say nothing of the other.
  if (words.length === 0 || lower.length !== text.length) return [{ text, isMatch: false }];
  const parts: TextPart[] = [];
  let from = 0;
  for (;;) {
    const next = firstMatch(lower, words, from);
    if (next === null) break;
    if (next.at > from) parts.push({ text: text.slice(from, next.at), isMatch: false });
    from = next.at + next.length;
    parts.push({ text: text.slice(next.at, from), isMatch: true });
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMatch: false });
  return parts;
};

/** The earliest; of several at one place the longest. */
const firstMatch = (
  text: string,
  words: readonly string[],
  from: number,
): { readonly at: number; readonly length: number } | null => {
  const found = words
    .map((word) => ({ at: text.indexOf(word, from), length: word.length }))
    .filter(({ at }) => at !== -1)
    .sort((one, other) => one.at - other.at || other.length - one.length);
  return found[0] ?? null;
};
