import type { App } from '../../electron/app.ts';
import type { ControlDependencies } from '../../electron/cli/control-handlers.ts';
import type { Diagnostics } from '../../electron/shared/diagnostics.ts';
import type { ManualClock } from './manual-clock.ts';

export const sampleDiagnostics: Diagnostics = {
  version: '1.2.3',
  electron: '45.4.1',
  dataFolder: '/home/ada/.config/taskbell',
  keyring: 'Keys are kept in the desktop’s keyring (Secret Service).',
  notifications: 'The desktop takes notifications.',
  tray: 'A desktop panel shows the tray item.',
  power: 'The system tells of sleep and of waking.',
  network: 'There is a network. studio: direct.',
  storage: 'The data folder can be written to and takes 1.2 MB; 84 GB free.',
};

/** What the control handlers need, around an app that has started. */
export const controlDependencies = (app: App, clock: ManualClock): ControlDependencies => ({
  ready: Promise.resolve(app),
  version: '1.2.3',
  clock,
  diagnostics: () => sampleDiagnostics,
});
