import type { Dialect } from '../core/dialect.ts';
import type { DialectId } from './dialect.ts';
import type { JsonShape } from './json-dialect.ts';
import { fal } from './fal.ts';
import { withLookAlikes } from './look-alikes.ts';
import { luma } from './luma.ts';
import { midjourneyProxy } from './midjourney-proxy.ts';
import { minimax } from './minimax.ts';
import { openaiVideos } from './openai-videos.ts';
import { relay } from './relay.ts';
import { replicate } from './replicate.ts';
import { sunoRelay } from './suno-relay.ts';
import { newApi } from './new-api.ts';
import { xai } from './xai.ts';
import { openrouter } from './openrouter.ts';
import { threeOTwo } from './three-o-two.ts';
import { kie } from './kie.ts';
import { runway } from './runway.ts';
import { ark } from './ark.ts';
import { kling } from './kling.ts';
import { minimaxV2 } from './minimax-v2.ts';
import { dashscope } from './dashscope.ts';
import { veo } from './veo.ts';
import { vidu } from './vidu.ts';
import { zhipu } from './zhipu.ts';

export type KnownDialect = Dialect & { readonly id: DialectId; readonly shape: JsonShape };

/** A record, so that a new id must bring its dialect before anything compiles. */
export const dialects: { readonly [Id in DialectId]: KnownDialect & { readonly id: Id } } = {
  relay: withLookAlikes(relay),
  'openai-videos': withLookAlikes(openaiVideos),
  minimax,
  luma,
  replicate,
  fal,
  'midjourney-proxy': midjourneyProxy,
  'suno-relay': sunoRelay,
  'new-api': withLookAlikes(newApi),
  xai: withLookAlikes(xai),
  openrouter: withLookAlikes(openrouter),
  '302': threeOTwo,
  kie,
  runway,
  ark,
  kling,
  'minimax-v2': minimaxV2,
  dashscope,
  veo,
  vidu,
  zhipu,
};

/** In the order of a list to choose from: what most gateways speak, then by name. */
export const knownDialects: readonly KnownDialect[] = Object.values(dialects).toSorted(
  (one, other) =>
    Number(other === dialects.relay) - Number(one === dialects.relay) ||
    // Not localeCompare: that brings in the system's data on languages at every start.
    (one.label.toLowerCase() < other.label.toLowerCase() ? -1 : 1),
);

const byId: ReadonlyMap<string, KnownDialect> = new Map(
  knownDialects.map((dialect) => [dialect.id, dialect]),
);

/** Null when a stored or typed id names no dialect of this version. Asked for at every look at a gateway's budget. */
export const dialectNamed = (id: string): KnownDialect | null => byId.get(id) ?? null;
