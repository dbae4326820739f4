import type { Route } from '../shared/ipc-contract.ts';

/** Where a click on each shown notice leads. Holds the latest so many; the oldest are forgotten. */
export interface ShownNotices {
  remember(id: number, route: Route): void;
  routeOf(id: number): Route | null;
  forget(id: number): void;
  forgetAll(): void;
}

export const createShownNotices = (limit: number): ShownNotices => {
  const routes = new Map<number, Route>();
  return {
    remember: (id, route) => {
      routes.delete(id);
      routes.set(id, route);
      const [oldest] = routes.keys();
      if (routes.size > limit && oldest !== undefined) routes.delete(oldest);
    },
    routeOf: (id) => routes.get(id) ?? null,
    forget: (id) => void routes.delete(id),
    forgetAll: () => routes.clear(),
  };
};
