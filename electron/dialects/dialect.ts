/** Every dialect of this version. An id without a dialect in the registry does not compile. */
export const dialectIds = [
  'relay',
  'new-api',
  'openai-videos',
  'ark',
  'kling',
  'minimax',
  'minimax-v2',
  'dashscope',
  'veo',
  'xai',
  'vidu',
  'zhipu',
  '302',
  'kie',
  'openrouter',
  'runway',
  'luma',
  'replicate',
  'fal',
  'midjourney-proxy',
  'suno-relay',
] as const;

export type DialectId = (typeof dialectIds)[number];
