import { demoId, isDemo, type DemoTrouble } from '../shared/demo.ts';
import type { Gateway } from '../shared/gateway.ts';
import { words } from '../shared/language/spoken.ts';
import { failed, ok, type Result } from '../shared/result.ts';
import type { Credentials } from './credentials.ts';
import { demoStories, demoTaskId } from './demo-stories.ts';
import { freeName } from './free-name.ts';
import type { Clock } from './ports.ts';
import type { TaskStore } from './store-ports.ts';
import type { TaskCommands } from './task-commands.ts';
import type { Watchlist } from './watchlist.ts';

/** The gateway inside Taskbell, as long as it is wanted. */
export interface DemoHost {
  /** Answers to this computer alone, at the port where that is free; the port it has, or null when it gets none. */
  listen(port: number): Promise<number | null>;
  close(): void;
  /** Opens the sample video in the program for it; false when that did not work. */
  openVideo(): Promise<boolean>;
}

export interface DemoDependencies {
  readonly clock: Pick<Clock, 'now'>;
  readonly host: DemoHost;
  readonly store: Pick<TaskStore, 'saveGateway'>;
  readonly watchlist: Pick<Watchlist, 'gateway' | 'gateways' | 'putGateway'>;
  readonly tasks: Pick<TaskCommands, 'watch'>;
  /** It answers at another place now. */
  readonly onMoved: (gatewayId: string) => void;
}

export interface Demo {
  /** Adds the demo gateway with its tasks; false when it was there. Removing the gateway ends it. */
  begin(): Promise<Result<boolean, DemoTrouble>>;
  /** Answers again after a start, if the user has the demo. */
  restore(): Promise<void>;
  /** A gateway was removed. */
  gatewayRemoved(gatewayId: string): void;
  stop(): void;
}

const anyPort = 0;
const baseUrlAt = (port: number): string => `http://127.0.0.1:${String(port)}`;

export const createDemo = (dependencies: DemoDependencies): Demo => {
  const { clock, host, store, watchlist, tasks, onMoved } = dependencies;

  const save = (gateway: Gateway): void => {
    store.saveGateway(gateway);
    watchlist.putGateway(gateway);
  };

  const begin: Demo['begin'] = async () => {
    if (watchlist.gateway(demoId) !== null) return ok(false);
    const port = await host.listen(anyPort);
    if (port === null) return failed('no-port');
    // Asked for twice at once.
    if (watchlist.gateway(demoId) !== null) return ok(false);
    save({
      id: demoId,
      name: freeName(words().demo.gateway, watchlist.gateways()),
      baseUrl: baseUrlAt(port),
      dialect: 'relay',
      allowPlainHttp: false,
      keyHint: null,
      requestsPerSecond: null,
      saving: 'as-set',
    });
    const ids = demoStories.map((story) => demoTaskId(story, clock.now()));
    tasks.watch(ids.join('\n'), demoId, 'window');
    return ok(true);
  };

  const restore: Demo['restore'] = async () => {
    const gateway = watchlist.gateway(demoId);
    if (gateway === null) return;
    const port = await host.listen(Number(new URL(gateway.baseUrl).port));
    if (port === null || baseUrlAt(port) === gateway.baseUrl) return;
    save({ ...gateway, baseUrl: baseUrlAt(port) });
    onMoved(demoId);
  };

  return {
    begin,
    restore,
    gatewayRemoved: (gatewayId) => {
      if (gatewayId === demoId) host.close();
    },
    stop: () => host.close(),
  };
};

/** Not a secret: gateways want a key, and the keyring has none for this one. */
const demoKey = 'taskbell-needs-no-key-for-this';

/** The demo works where no key can be kept, and leaves nothing where keys are kept. */
export const withDemoKey = (credentials: Credentials): Credentials => ({
  ...credentials,
  read: (place) => (isDemo(place) ? Promise.resolve(ok(demoKey)) : credentials.read(place)),
  forget: (gatewayId) => (gatewayId === demoId ? Promise.resolve(ok(null)) : credentials.forget(gatewayId)),
});
