/** Scheme, host and port of a URL; null when it is none. */
export const originOf = (url: string): string | null => (URL.canParse(url) ? new URL(url).origin : null);
