import type { DemoHost } from './demo.ts';
import { once } from './once.ts';

/** The same gateway, which is brought in for those who have the demo. */
export const lazyDemoHost = (bring: () => Promise<DemoHost>): DemoHost => {
  let brought: DemoHost | null = null;
  const host = once(async () => (brought = await bring()));
  return {
    listen: async (port) => (await host()).listen(port),
    close: () => brought?.close(),
    openVideo: async () => (await host()).openVideo(),
  };
};
