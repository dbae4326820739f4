/** Every dialect of this version. An id without a dialect in the registry does not compile. */
export const dialectIds = [
  'relay',
  'openai-videos',
  'minimax',
  'luma',
  'replicate',
  'fal',
  'midjourney-proxy',
  'suno-relay',
  'new-api',
  'xai',
  'openrouter',
  '302',
  'kie',
  'runway',
  'ark',
  'kling',
  'minimax-v2',
  'dashscope',
  'veo',
  'vidu',
  'zhipu',
] as const;

export type DialectId = (typeof dialectIds)[number];
