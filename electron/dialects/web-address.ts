const longestLink = 8192;

/** The address as a URL parser writes it, so that nothing unescaped is ever handed on; null unless http or https. */
export const webAddress = (text: string | null): string | null => {
  if (text === null || text.length > longestLink || !URL.canParse(text)) return null;
  const url = new URL(text);
  const plain = url.username === '' && url.password === '';
  return plain && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
};
