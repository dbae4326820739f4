import type { Asked, Dialect, Reading } from '../core/dialect.ts';
import type { HttpResponse } from '../core/ports.ts';
import type { DialectId } from './dialect.ts';
import { parseObject } from './json-fields.ts';
import { newApi } from './new-api.ts';
import { openaiVideos } from './openai-videos.ts';
import { openrouter } from './openrouter.ts';
import { relay } from './relay.ts';
import { xai } from './xai.ts';

/** These answer at the same path below some base URL; which of them does may change with the channel behind it. */
const family: readonly (Dialect & { readonly id: DialectId })[] = [
  relay,
  openaiVideos,
  newApi,
  xai,
  openrouter,
];

/** Shapes that a dialect documents as its own too, with more words than the look-alike has. */
const alsoOwn: Partial<Readonly<Record<DialectId, readonly DialectId[]>>> = {
  relay: ['openai-videos', 'new-api'],
};

/**
 * The dialect, reading the answers of its look-alikes as those do: the shape of each answer chooses its reader, so
 * that nothing has to be remembered or noticed. A shape that no other dialect claims is the dialect's own.
 */
export const withLookAlikes = <Known extends Dialect & { readonly id: DialectId }>(own: Known): Known => ({
  ...own,
  read: (asked: Asked, response: HttpResponse, nowMs: number): Reading => {
    const other = otherReader(own, response);
    if (other === null) return own.read(asked, response, nowMs);
    const found = other.read(asked, response, nowMs);
    if (alsoOwn[own.id]?.includes(other.id) !== true) return found;
    const said = own.read(asked, response, nowMs);
    if (said.kind === 'trouble') return found;
    // The look-alike may know where the result is when the dialect does not.
    return isSuccess(found) && isWithoutLinks(said) ? found : said;
  },
});

const otherReader = (own: Dialect, { status, body }: HttpResponse): (typeof family)[number] | null => {
  if (status < 200 || status > 299) return null;
  const parsed = parseObject(body);
  if (!parsed.ok || own.recognises(parsed.value)) return null;
  const [first, ...more] = family.filter((one) => one.id !== own.id && one.recognises(parsed.value));
  return first === undefined || more.length > 0 ? null : first;
};

const isSuccess = (reading: Reading): boolean =>
  reading.kind === 'report' && reading.report.phase === 'succeeded';

const isWithoutLinks = (reading: Reading): boolean =>
  isSuccess(reading) && reading.kind === 'report' && reading.report.links.length === 0;
