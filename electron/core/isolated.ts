/** Letters that run from right to left: Hebrew, Arabic and their neighbours, and the forms they have elsewhere. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

const firstStrongIsolate = '\u2068';
const popDirectionalIsolate = '\u2069';

/**
 * A text from outside, so that it can stand in one of ours: where it runs from right to left it is isolated, or it
 * would turn around what stands beside it, such as "40% · " before it. For one line without direction characters.
 */
export const isolated = (text: string): string =>
  rightToLeft.test(text) ? `${firstStrongIsolate}${text}${popDirectionalIsolate}` : text;
