/** Made with the first text: making it brings in the system's data on languages, which a start does not need. */
let segmenter: Intl.Segmenter | null = null;

/** What a reader takes for one character, such as a letter with its marks. */
export const clustersOf = (text: string): Intl.Segments => {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
};
