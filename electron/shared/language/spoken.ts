import { english } from './english.ts';

/** Every text that a user reads, in one language. A language that lacks one does not compile. */
export type Words = typeof english;

/** A language as it is spoken: its words, and the locale in which Intl writes dates and numbers. */
export interface Spoken {
  readonly locale: string;
  readonly words: Words;
}

/** Where a process keeps what it speaks. */
export interface SpokenBox {
  spoken: Spoken;
}

let box: SpokenBox = { spoken: { locale: 'en-GB', words: english } };

/** Keeps it in another box from now on: one that tells who reads it when it changes. */
export const keepSpokenIn = (own: SpokenBox): void => {
  own.spoken = box.spoken;
  box = own;
};

/** What this process speaks from now on. Texts are made when they are drawn, so they follow. */
export const speak = (spoken: Spoken): void => {
  box.spoken = spoken;
};

/** The texts in the language that is spoken now. Not to be kept. */
export const words = (): Words => box.spoken.words;

/** As Intl knows it, such as "en-GB". */
export const locale = (): string => box.spoken.locale;
