import type { DialectId } from '../../../electron/dialects/dialect.ts';
import type { Spoken } from '../spoken.ts';
import { falSpoken } from './fal.ts';
import { lumaSpoken } from './luma.ts';
import { midjourneyProxySpoken } from './midjourney-proxy.ts';
import { minimaxSpoken } from './minimax.ts';
import { openaiVideosSpoken } from './openai-videos.ts';
import { relaySpoken } from './relay.ts';
import { replicateSpoken } from './replicate.ts';
import { sunoRelaySpoken } from './suno-relay.ts';
import { newApiSpoken } from './new-api.ts';
import { xaiSpoken } from './xai.ts';
import { openrouterSpoken } from './openrouter.ts';
import { threeOTwoSpoken } from './three-o-two.ts';
import { kieSpoken } from './kie.ts';
import { runwaySpoken } from './runway.ts';
import { arkSpoken } from './ark.ts';
import { klingSpoken } from './kling.ts';
import { minimaxV2Spoken } from './minimax-v2.ts';
import { dashscopeSpoken } from './dashscope.ts';
import { veoSpoken } from './veo.ts';
import { viduSpoken } from './vidu.ts';
import { zhipuSpoken } from './zhipu.ts';

/** A record, so that a dialect which the test gateway does not speak does not compile. */
export const spoken: Readonly<Record<DialectId, Spoken>> = {
  relay: relaySpoken,
  'openai-videos': openaiVideosSpoken,
  minimax: minimaxSpoken,
  luma: lumaSpoken,
  replicate: replicateSpoken,
  fal: falSpoken,
  'midjourney-proxy': midjourneyProxySpoken,
  'suno-relay': sunoRelaySpoken,
  'new-api': newApiSpoken,
  xai: xaiSpoken,
  openrouter: openrouterSpoken,
  '302': threeOTwoSpoken,
  kie: kieSpoken,
  runway: runwaySpoken,
  ark: arkSpoken,
  kling: klingSpoken,
  'minimax-v2': minimaxV2Spoken,
  dashscope: dashscopeSpoken,
  veo: veoSpoken,
  vidu: viduSpoken,
  zhipu: zhipuSpoken,
};
