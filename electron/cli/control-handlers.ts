import type { App } from '../app.ts';
import type { Clock } from '../core/ports.ts';
import type { Diagnostics } from '../shared/diagnostics.ts';
import { appHandlers } from './app-handlers.ts';
import type { ControlHandlers } from './control-server.ts';
import type { MoveFiles } from '../ipc/data-moves.ts';
import { dataHandlers } from './data-handlers.ts';
import { dialectHandlers } from './dialect-handlers.ts';
import { gatewayHandlers } from './gateway-handlers.ts';
import { pushHandlers } from './push-handlers.ts';
import { taskHandlers } from './task-handlers.ts';
import { vaultHandlers } from './vault-handlers.ts';

export interface ControlDependencies {
  /** Commands that arrive while the app starts wait until it has. */
  readonly ready: Promise<App>;
  readonly version: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly diagnostics: (app: App) => Diagnostics | Promise<Diagnostics>;
  /** Reads and writes the files that a command names; null where that cannot be done. */
  readonly files?: MoveFiles | null;
}

/** What the app does for the command line. */
export const createControlHandlers = (dependencies: ControlDependencies): ControlHandlers => ({
  ...taskHandlers(dependencies),
  ...gatewayHandlers(dependencies.ready),
  ...dialectHandlers(dependencies.ready),
  ...dataHandlers(dependencies.ready, dependencies.files ?? null),
  ...vaultHandlers(dependencies.ready),
  ...pushHandlers(dependencies.ready),
  ...appHandlers(dependencies),
});
