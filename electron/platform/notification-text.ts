import { oneLine } from '../core/one-line.ts';

/** A body as the daemon must get it: harmless lines, and no markup where it would be read as such. */
export const bodyFor = (capabilities: readonly string[], body: string): string => {
  const plain = body.split('\n').map(oneLine).join('\n').trim();
  return capabilities.includes('body-markup') ? withoutMarkup(plain) : plain;
};

// https://github.com/element-hq/element-web/pull/3564: a bare "&" or "<" makes some daemons drop the whole text.
const withoutMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
