import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { createServer, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAnswerReader, type AnswerHead } from '../../electron/platform/http-answer.ts';

interface ReadAnswer {
  readonly head: AnswerHead | null;
  readonly body: string;
  /** What was wrong with it; null for nothing. */
  readonly trouble: string | null;
}

/** Reads bytes that come cut like this, one character a byte. */
const read = (text: string, cuts: readonly number[] = []): ReadAnswer => {
  const bytes = Buffer.from(text, 'latin1');
  const reader = createAnswerReader();
  const ends = [...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length].sort(
    (one, other) => one - other,
  );
  let at = 0;
  let body = '';
  let trouble: string | null = null;
  try {
    for (const end of ends) {
      body += Buffer.from(reader.read(bytes.subarray(at, end))).toString('latin1');
      at = end;
    }
    reader.end();
  } catch (error) {
    trouble = (error as Error).message;
  }
  return { head: reader.head, body, trouble };
};

const troubleOf = (text: string): string | null => read(text).trouble;

describe('an answer', () => {
  it('has the length that it says', () => {
    expect(read('HTTP/1.1 206 Partial Content\r\nETag: "v1"\r\nContent-Length: 5\r\n\r\nvideo')).toEqual({
      head: { status: 206, headers: { etag: '"v1"', 'content-length': '5' } },
      body: 'video',
      trouble: null,
    });
  });

  it('may come in pieces that say theirs, with remarks and trailers', () => {
    const text =
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nvideo\r\nA ;note=x\r\n0123456789\r\n0\r\nDigest: x\r\n\r\n';
    expect(read(text)).toMatchObject({ body: 'video0123456789', trouble: null });
  });

  it('may be announced by others', () => {
    const early = 'HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n';
    expect(read(`${early}HTTP/1.1 204\r\n\r\n`)).toEqual({
      head: { status: 204, headers: {} },
      body: '',
      trouble: null,
    });
  });

  it('ends where it said, whatever comes after it', () => {
    expect(read('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\nHTTP/1.1 200 OK\r\n\r\n')).toMatchObject({
      body: '',
      trouble: null,
    });
  });

  it('keeps header names that objects have a meaning for', () => {
    const { head } = read('HTTP/1.1 204 No\r\nconstructor: a\r\n__proto__: b\r\nconstructor: c\r\n\r\n');
    expect(Object.entries(head?.headers ?? {})).toEqual([
      ['constructor', 'a, c'],
      ['__proto__', 'b'],
    ]);
  });
});

describe('an answer that is made to hold its reader up', () => {
  const blanks = ' '.repeat(60_000);

  it.each([
    ['blanks before what no header may hold', `HTTP/1.1 200 OK\r\nA:${blanks}\0\r\n\r\n`, 'header'],
    [
      'blanks behind the length of a piece',
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5${blanks}x\r\n`,
      'length',
    ],
  ])('is refused at once: %s', { timeout: 2000 }, (_name, text, flaw) => {
    expect(troubleOf(text)).toBe(flaw);
  });

  it('is one piece of a read, whatever it was cut into', () => {
    const crumbs = Buffer.from(
      `HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n${'1\r\nx\r\n2\r\nyz\r\n'.repeat(1000)}0\r\n\r\n`,
    );
    const reader = createAnswerReader();
    const body = reader.read(crumbs);
    expect(Buffer.from(body).toString()).toBe('xyz'.repeat(1000));
    expect(body.buffer).toBe(crumbs.buffer);
    expect(reader.isWhole).toBe(true);
  });
});

describe('no answer is', () => {
  it.each([
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n'],
    ['HTTP/2', 'HTTP/2 200\r\n\r\n'],
    ['a status of no number', 'HTTP/1.1 2OO OK\r\n\r\n'],
    ['a change of the protocol', 'HTTP/1.1 101 Switching Protocols\r\n\r\n'],
    ['a line that goes on', 'HTTP/1.1 200 OK\r\nA: b\r\n c\r\n\r\n'],
    ['a name with a space behind it', 'HTTP/1.1 200 OK\r\nContent-Length : 5\r\n\r\nvideo'],
    ['lines that end otherwise', 'HTTP/1.1 200 OK\nContent-Length: 5\n\nvideo'],
    ['a NUL in a header', 'HTTP/1.1 200 OK\r\nA: b\0c\r\n\r\n'],
    ['a body that says nowhere how long it is', 'HTTP/1.0 200 OK\r\n\r\nvideo'],
    ['two lengths', 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nvideo'],
    ['a length below zero', 'HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n'],
    ['a length past all numbers', `HTTP/1.1 200 OK\r\nContent-Length: ${'9'.repeat(40)}\r\n\r\n`],
    [
      'pieces and a length',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n',
    ],
    [
      'a coding that it was not asked for',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n',
    ],
    ['a piece of no length', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n\r\n'],
    ['a piece of 0x5', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0x5\r\nvideo\r\n0\r\n\r\n'],
    [
      'a piece past its length',
      'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nvideo\r\n0\r\n\r\n',
    ],
    ['a head without an end', `HTTP/1.1 200 OK\r\n${'A: b\r\n'.repeat(20_000)}`],
    ['announced without an end', 'HTTP/1.1 103 Early Hints\r\n\r\n'.repeat(5000)],
    ['a line without an end', 'x'.repeat(100_000)],
  ])('%s', (_name, text) => {
    expect(troubleOf(text)).not.toBeNull();
    expect(troubleOf(text)).not.toBe('ended-early');
  });

  it.each([
    ['nothing', ''],
    ['half a head', 'HTTP/1.1 200 OK\r\nContent-'],
    ['less than it said', 'HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nvideo'],
    ['pieces without the last one', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nvideo\r\n'],
  ])('one that ended early: %s', (_name, text) => {
    expect(troubleOf(text)).toBe('ended-early');
  });
});

describe('beside Node’s own reader', () => {
  let answer = '';
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(answer, 'latin1'));
  });
  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => void server.close());

  const byNode = async (text: string): Promise<ReadAnswer> => {
    answer = text;
    const { port } = server.address() as AddressInfo;
    try {
      const request = get({ host: '127.0.0.1', port, agent: false });
      const [response] = (await once(request, 'response')) as [IncomingMessage];
      let body = '';
      for await (const piece of response) body += (piece as Buffer).toString('latin1');
      const headers = Object.fromEntries(
        Object.entries(response.headersDistinct).map(([name, values = []]) => [name, values.join(', ')]),
      );
      return { head: { status: response.statusCode ?? 0, headers }, body, trouble: null };
    } catch {
      return { head: null, body: '', trouble: 'refused' };
    }
  };

  const name = fc.constantFrom('ETag', 'content-type', 'X-Id', 'Last-Modified');
  const value = fc.string({
    unit: fc.constantFrom('a', ' ', '"', '/', ';', '=', 'é', '\t', ','),
    maxLength: 12,
  });
  const header = fc.tuple(name, value).map(([one, other]) => `${one}:  ${other} \r\n`);
  const text = fc.string({ unit: fc.constantFrom('a', '\r', '\n', '0', ':', 'é', '\0'), maxLength: 60 });
  const framed = fc.oneof(
    text.map((body) => ({ says: `Content-Length: ${String(body.length)}\r\n`, sent: body })),
    fc.array(text).map((parts) => ({
      says: 'Transfer-Encoding: chunked\r\n',
      sent: [...parts.filter((part) => part !== ''), '']
        .map((part) => `${part.length.toString(16)}\r\n${part}\r\n`)
        .join(''),
    })),
  );
  const anyAnswer = fc
    .record({ status: fc.constantFrom(200, 206, 302, 404, 500), headers: fc.array(header), framed })
    .map(
      ({ status, headers, framed: { says, sent } }) =>
        `HTTP/1.1 ${String(status)} Said so\r\n${headers.join('')}${says}\r\n${sent}`,
    );

  it('reads the same from any answer, wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, fc.array(fc.nat()), async (said, cuts) => {
        expect(read(said, cuts)).toEqual(await byNode(said));
      }),
      { numRuns: 500 },
    );
  });

  it('takes no answer for whole of which a part was taken away, unless Node does', async () => {
    await fc.assert(
      fc.asyncProperty(anyAnswer, fc.nat(), async (said, at) => {
        const torn = said.slice(0, at % said.length);
        const mine = read(torn);
        if (mine.trouble === null) expect(mine).toEqual(await byNode(torn));
      }),
      { numRuns: 500 },
    );
  });
});
