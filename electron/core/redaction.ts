const hidden = '•••';

// Shorter secrets would blank out ordinary words, and no gateway hands out keys that short.
const shortestSecret = 6;

/**
 * The text without what must not be written down: the given secrets, in clear or escaped, anything that looks like
 * a key or carries one, and the user, query and fragment of every link, since a signed link is a secret itself.
 */
export const redact = (text: string, secrets: readonly string[]): string =>
  withoutKeys(
    withoutSecrets(text, secrets).replaceAll(/\b(?:https?|wss?):\/\/[^\s"'<>]+/gi, withoutSecretParts),
  );

/** The text without what looks like a key or carries one. */
export const withoutKeys = (text: string): string =>
  text
    .replaceAll(/(authorization|api[-_]?key)(["']?\s{0,9}[:=]\s{0,9}["']?)[^"'\r\n,}]+/gi, `$1$2${hidden}`)
    .replaceAll(/\b(Bearer|Basic)([ \t]+|%20|\+)[A-Za-z0-9._~+/=-]{6,}/gi, `$1$2${hidden}`)
    .replaceAll(/\bsk-[A-Za-z0-9_-]{4,}/g, `sk-${hidden}`);

/** The text without the given secrets, in clear or escaped; those under six characters are left alone. */
export const withoutSecrets = (text: string, secrets: readonly string[]): string =>
  spellings(secrets).reduce((rest, secret) => rest.replaceAll(secret, hidden), text);

/** Longest first, so that a secret which holds another one leaves nothing of itself behind. */
const spellings = (secrets: readonly string[]): string[] =>
  secrets
    .filter((secret) => secret.length >= shortestSecret)
    .flatMap((secret) => [
      secret,
      encodeURIComponent(secret.toWellFormed()),
      JSON.stringify(secret).slice(1, -1),
    ])
    .sort((a, b) => b.length - a.length);

const withoutSecretParts = (link: string): string => {
  const end = link.search(/[?#]/);
  const open = end === -1 ? link : `${link.slice(0, end)}?${hidden}`;
  return open.replace(/^(\w+:\/\/)[^/?#]*@/, `$1${hidden}@`);
};
