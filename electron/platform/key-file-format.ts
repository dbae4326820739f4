import { createCipheriv, createDecipheriv, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import * as v from 'valibot';
import { failed, ok, type Result } from '../shared/result.ts';

/** docs/key-file.md describes the format; a change here is a new version of it. */
const format = 'taskbell-keys';
const version = 1;
const cipher = 'aes-256-gcm';
const keyBytes = 32;
const checkBytes = 16;
const nonceBytes = 12;
const saltBytes = 16;

/** What a passphrase is stretched with. */
export interface Stretching {
  readonly N: number;
  readonly r: number;
  readonly p: number;
  readonly salt: Buffer;
}

/** What a passphrase becomes: the key of the cipher, and what tells a wrong passphrase from a damaged file. */
export interface Opener {
  readonly stretching: Stretching;
  readonly key: Buffer;
  readonly check: Buffer;
}

/** 128 MiB and some tenths of a second for each guess. */
export const defaultCost = 2 ** 17;

export const freshStretching = (N: number): Stretching => ({ N, r: 8, p: 1, salt: randomBytes(saltBytes) });

/** The same passphrase typed on another system may come in other code points, so it is normalised (NFC). */
export const openerFrom = (passphrase: string, stretching: Stretching): Promise<Opener> =>
  new Promise((resolve, reject) => {
    const { N, r, p, salt } = stretching;
    const maxmem = 128 * N * r + 2 ** 20 * 32;
    scrypt(passphrase.normalize('NFC'), salt, keyBytes + checkBytes, { N, r, p, maxmem }, (error, bytes) => {
      if (error !== null) reject(error);
      else resolve({ stretching, key: bytes.subarray(0, keyBytes), check: bytes.subarray(keyBytes) });
    });
  });

/** All that stands in clear, so that a change of any of it is noticed. */
const associatedData = ({ N, r, p, salt }: Stretching): Buffer =>
  Buffer.from(
    `${format}/${String(version)} scrypt ${[N, r, p].join(' ')} ${salt.toString('base64')} ${cipher}`,
  );

/** The text of a file with these keys. */
export const sealed = (
  keys: ReadonlyMap<string, string>,
  { stretching, key, check }: Opener,
  nonce = randomBytes(nonceBytes),
): string => {
  const cipherer = createCipheriv(cipher, key, nonce);
  cipherer.setAAD(associatedData(stretching));
  const plain = JSON.stringify(Object.fromEntries(keys));
  const data = Buffer.concat([cipherer.update(plain, 'utf8'), cipherer.final()]);
  const { N, r, p, salt } = stretching;
  const file = {
    format,
    version,
    kdf: { name: 'scrypt', N, r, p, salt: salt.toString('base64') },
    check: check.toString('base64'),
    cipher: {
      name: cipher,
      nonce: nonce.toString('base64'),
      tag: cipherer.getAuthTag().toString('base64'),
    },
    data: data.toString('base64'),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
};

const bytes = (least: number, most = least) =>
  v.pipe(
    v.string(),
    v.base64(),
    v.transform((text) => Buffer.from(text, 'base64')),
    v.check((buffer) => buffer.length >= least && buffer.length <= most),
  );

const isPowerOfTwo = (value: number): boolean => Number.isInteger(Math.log2(value));

/** The bounds keep a file that somebody has changed from taking all memory and time. */
const fileShape = v.object({
  format: v.literal(format),
  version: v.literal(version),
  kdf: v.object({
    name: v.literal('scrypt'),
    N: v.pipe(v.number(), v.minValue(2 ** 10), v.maxValue(2 ** 20), v.check(isPowerOfTwo)),
    r: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(16)),
    p: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(4)),
    salt: bytes(saltBytes),
  }),
  check: bytes(checkBytes),
  cipher: v.object({ name: v.literal(cipher), nonce: bytes(nonceBytes), tag: bytes(16) }),
  data: bytes(2, 2 ** 24),
});

export interface SealedFile {
  readonly stretching: Stretching;
  /** 'wrong-passphrase' when the passphrase is another one, 'key-file-damaged' when the rest does not fit it. */
  openedWith(opener: Opener): Result<Map<string, string>, 'wrong-passphrase' | 'key-file-damaged'>;
}

/** Reads the text of a file as far as that goes without its passphrase. */
export const sealedFileIn = (text: string): Result<SealedFile, 'key-file-damaged'> => {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), fileShape), text);
  if (!read.success) return failed('key-file-damaged');
  const { kdf, check, cipher: with_, data } = read.output;
  const stretching: Stretching = { N: kdf.N, r: kdf.r, p: kdf.p, salt: kdf.salt };
  return ok({
    stretching,
    openedWith: (opener) => {
      if (!timingSafeEqual(check, opener.check)) return failed('wrong-passphrase');
      try {
        const decipher = createDecipheriv(cipher, opener.key, with_.nonce);
        decipher.setAAD(associatedData(stretching));
        decipher.setAuthTag(with_.tag);
        const plain = Buffer.concat([decipher.update(data), decipher.final()]).toString('utf8');
        return ok(new Map(Object.entries(v.parse(v.record(v.string(), v.string()), JSON.parse(plain)))));
      } catch {
        // Its tag does not fit: neither the data nor what stands in clear beside it can be trusted.
        return failed('key-file-damaged');
      }
    },
  });
};
