/** Far more than any line shows; bounds the work on a title of a megabyte. */
const longestRead = 2000;

const whiteSpace = /[\s\p{Zs}\p{Zl}\p{Zp}]+/gu;

/** Control, direction and other invisible characters; the two joiners shape real words and emoji. */
const invisible = /(?![\u200C\u200D])[\p{Cc}\p{Cf}\p{Co}]/gu;

/** A text from outside as one line: no line breaks, control or direction characters, no runs of spaces. */
export const oneLine = (text: string): string =>
  text
    .slice(0, longestRead)
    .toWellFormed()
    .replace(whiteSpace, ' ')
    .replace(invisible, '')
    .replace(/ {2,}/g, ' ')
    .trim();
