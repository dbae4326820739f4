/** A request to a gateway as somebody pasted it: what it asks, where, and with which headers. */
export interface PastedRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly PastedHeader[];
}

export type PastedHeader = readonly [name: string, value: string];

/** A key and the only origin that it may go to. */
export interface PastedKey {
  readonly key: string;
  readonly origin: string;
}

/** The requests of a text, and what of the text is not part of any. */
export interface ReadRequests {
  readonly requests: readonly PastedRequest[];
  readonly rest: string;
}

/**
 * The key in a request's headers; null when there is none. What documents write in its place (`YOUR_API_KEY`,
 * `$TOKEN`, `sk-xxxx`) is none.
 */
export const keyOf = (request: PastedRequest): string | null => {
  for (const [name, value] of request.headers) {
    const key = keyIn(name.trim().toLowerCase(), value.trim());
    if (key !== null && isKey(key)) return key;
  }
  return null;
};

const keyIn = (name: string, value: string): string | null => {
  if (name === 'x-goog-api-key' || name === 'mj-api-secret') return value;
  if (name !== 'authorization') return null;
  return /^(?:(?:Bearer|Token|Key)\s+)?(\S+)$/i.exec(value)?.[1] ?? null;
};

const isKey = (key: string): boolean =>
  /^[\x21-\x7e]{8,4096}$/.test(key) && !/[$<>{}*%]|\.{3}|x{4,}|^(?:.*[-_])?your[-_]|api[-_]?key$/i.test(key);
