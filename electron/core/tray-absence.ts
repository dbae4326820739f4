import { words } from '../shared/language/spoken.ts';
import { StoreFailure } from './store-failure.ts';
import type { Cancel, Clock, Notifier, TrayHost, WindowHost } from './ports.ts';
import type { TaskStore } from './store-ports.ts';

export interface TrayAbsenceDependencies {
  readonly clock: Clock;
  readonly store: Pick<TaskStore, 'setting' | 'saveSetting'>;
  readonly trayHost: Pick<TrayHost, 'onVisibility' | 'advice'>;
  readonly notifier: Pick<Notifier, 'show'>;
  readonly windowHost: Pick<WindowHost, 'open'>;
}

/** A panel that starts with the session may come later than we do. */
const panelMayTakeMs = 20_000;

const saidSetting = 'no-tray-said';

/**
 * For a start without a window: where no panel shows the tray item nothing of Taskbell is to be seen, which is said
 * once and for all, by a notification or else by the window.
 */
export const createTrayAbsence = (dependencies: TrayAbsenceDependencies): { readonly stop: Cancel } => {
  const { clock, store, trayHost, notifier, windowHost } = dependencies;
  let cancelWait: Cancel = () => undefined;

  const say = async (): Promise<void> => {
    try {
      store.saveSetting(saidSetting, 'true');
    } catch (error) {
      // It is said all the same, and at worst again at the next start.
      if (!(error instanceof StoreFailure)) throw error;
    }
    const shown = await notifier.show({
      title: words().tray.withoutItem,
      body: words().tray.noPanel(trayHost.advice ?? ''),
      urgency: 'normal',
      route: { to: 'settings' },
    });
    if (!shown.ok) windowHost.open();
  };

  const cancelVisibility = trayHost.onVisibility((visible) => {
    cancelWait();
    if (visible || store.setting(saidSetting) === 'true') return;
    cancelWait = clock.after(panelMayTakeMs, () => void say());
  });

  return {
    stop: () => {
      cancelWait();
      cancelVisibility();
    },
  };
};
