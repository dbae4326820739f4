/** How an answer begins. Header names are lower case; what is said repeatedly is joined by commas. */
export interface AnswerHead {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Reads one answer to a GET as it comes. */
export interface AnswerReader {
  /**
   * Takes what came next, cut anywhere. Gives what of it belongs to the body, moved together in the same memory. Throws
   * what is wrong with it.
   */
  read(bytes: Uint8Array): Uint8Array;
  /** The connection has ended. Throws when the answer has not. */
  end(): void;
  /** Null until it has come. */
  readonly head: AnswerHead | null;
  readonly isWhole: boolean;
}

/** What is wrong with an answer: it is none of HTTP/1.1, or can be understood in two ways, or is not all there. */
export type AnswerFlaw =
  'protocol' | 'head-too-long' | 'line-end' | 'header' | 'length' | 'piece' | 'packed' | 'ended-early';

export const brokenAnswer = (flaw: AnswerFlaw): Error => new Error(flaw);

const longestHeadBytes = 64 * 1024;

/** HTTP/1.1 as in RFC 9112. What it lets a client forgive is refused. */
export const createAnswerReader = (): AnswerReader => {
  type State = 'status' | 'headers' | 'fixed' | 'size' | 'chunk' | 'after-chunk' | 'trailers' | 'whole';
  let state: State = 'status';
  let status = 0;
  const headers = new Map<string, string>();
  let head: AnswerHead | null = null;
  /** Of the body or of a piece of it. */
  let remaining = 0;
  let line = '';
  let lineBytes = 0;

  const enter = (next: State, bytes = 0): void => {
    state = next;
    remaining = bytes;
    lineBytes = 0;
  };

  const onHeadEnd = (): void => {
    if (status === 101) throw brokenAnswer('protocol');
    if (status < 200) {
      headers.clear();
      // What announces an answer counts with its head, or there could be no end of it.
      state = 'status';
      return;
    }
    head = { status, headers: Object.fromEntries(headers) };
    const coding = headers.get('transfer-encoding');
    const length = headers.get('content-length');
    if (status === 204 || status === 304) enter('whole');
    else if (coding !== undefined) {
      // Two lengths are how one answer is smuggled into another.
      if (coding.toLowerCase() !== 'chunked' || length !== undefined) throw brokenAnswer('length');
      enter('size');
    } else if (length === undefined) {
      // To whoever reads, a connection that was reset can look like one that has ended, and half a body like a whole one.
      throw brokenAnswer('length');
    } else enterData('fixed', 'whole', wholeNumber(length, /^\d{1,15}$/, 10));
  };
  const enterData = (data: State, without: State, bytes: number): void =>
    bytes === 0 ? enter(without) : enter(data, bytes);

  const onLine = (text: string): void => {
    if (state === 'status') {
      const said = /^HTTP\/1\.[01] ([1-9]\d\d)(?: |$)/.exec(text);
      if (said === null) throw brokenAnswer('protocol');
      status = Number(said[1]);
      state = 'headers';
    } else if (state === 'headers' && text !== '') {
      const [name, value] = headerIn(text);
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : `${before}, ${value}`);
    } else if (state === 'headers') onHeadEnd();
    else if (state === 'size')
      enterData('chunk', 'trailers', wholeNumber(text, /^[\da-f]{1,12}[ \t]*(?:;.*)?$/i, 16));
    else if (state === 'after-chunk') {
      if (text !== '') throw brokenAnswer('piece');
      enter('size');
    } else if (text === '') enter('whole');
    else headerIn(text);
  };

  /** Where the rest begins. */
  const readLine = (bytes: Uint8Array, from: number): number => {
    const feed = bytes.indexOf(0x0a, from);
    const to = feed === -1 ? bytes.length : feed + 1;
    lineBytes += to - from;
    if (lineBytes > longestHeadBytes) throw brokenAnswer('head-too-long');
    line += Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
    if (feed === -1) return to;
    if (!line.endsWith('\r\n')) throw brokenAnswer('line-end');
    const text = line.slice(0, -2);
    line = '';
    onLine(text);
    return to;
  };

  /** Where the rest begins. */
  const readBody = (bytes: Uint8Array, from: number): number => {
    const to = Math.min(bytes.length, from + remaining);
    remaining -= to - from;
    if (remaining === 0) enter(state === 'fixed' ? 'whole' : 'after-chunk');
    return to;
  };

  return {
    read: (bytes) => {
      let begin = 0;
      let end = 0;
      // What comes after the whole answer was not asked for.
      for (let at = 0; at < bytes.length && state !== 'whole';) {
        if (state !== 'fixed' && state !== 'chunk') {
          at = readLine(bytes, at);
          continue;
        }
        const to = readBody(bytes, at);
        // A piece each would hold everything up where they are of a byte.
        if (begin === end) begin = end = at;
        else bytes.copyWithin(end, at, to);
        end += to - at;
        at = to;
      }
      return bytes.subarray(begin, end);
    },
    end: () => {
      if (state !== 'whole') throw brokenAnswer('ended-early');
    },
    get head() {
      return head;
    },
    get isWhole() {
      return state === 'whole';
    },
  };
};

/** A header's line. One that begins with a space would go on with the line before it, which nobody may send any more. */
const headerIn = (text: string): readonly [string, string] => {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):([\t\x20-\x7e\x80-\xff]*)$/.exec(text) ?? [];
  if (name === undefined || value === undefined) throw brokenAnswer('header');
  return [name.toLowerCase(), value.trim()];
};

const wholeNumber = (text: string, form: RegExp, base: number): number => {
  if (!form.test(text)) throw brokenAnswer('length');
  return Number.parseInt(text, base);
};
