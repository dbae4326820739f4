import type { HttpClient } from './ports.ts';

/** The same client, which is brought in when the first request is made: a start does without it. */
export const lazyHttp = (bring: () => Promise<HttpClient>): HttpClient => {
  let brought: Promise<HttpClient> | null = null;
  return {
    get: async (request) => {
      brought ??= bring();
      return (await brought).get(request);
    },
  };
};
