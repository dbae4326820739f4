import type { Notice } from '../../electron/core/announcement.ts';
import type {
  GlobalKeys,
  LoginStart,
  Notifier,
  NotifierTrouble,
  TrayHost,
  WindowHost,
} from '../../electron/core/ports.ts';
import type { TrayAction, TrayView } from '../../electron/core/tray-view.ts';
import type { Route } from '../../electron/shared/ipc-contract.ts';
import { failed, ok } from '../../electron/shared/result.ts';

/** A desktop that remembers what it was told to show. */
export interface RecordingDesktop {
  readonly notices: Notice[];
  readonly trayViews: TrayView[];
  readonly opened: (Route | null)[];
  readonly opener: string[];
  clipboard: string;
  /** The global shortcuts that are taken, and what they do. */
  readonly keys: Map<string, () => void>;
  readonly keysOfOthers: Set<string>;
  startsAtLogin: boolean;
  notifierTrouble: NotifierTrouble | null;
  clickNotice(index: number): void;
  chooseInTray(action: TrayAction): void;
  readonly ports: {
    readonly notifier: Notifier;
    readonly trayHost: TrayHost;
    readonly windowHost: WindowHost;
    readonly clipboard: { read(): Promise<string>; write(text: string): Promise<void> };
    readonly linkOpener: { open(url: string): void };
    readonly globalKeys: GlobalKeys;
    readonly loginStart: LoginStart;
    readonly trayIcon: { readonly canChoose: boolean; readonly changed: () => void };
  };
}

export const createRecordingDesktop = (): RecordingDesktop => {
  const activated = new Set<(route: Route) => void>();
  const chosen = new Set<(action: TrayAction) => void>();
  const desktop: RecordingDesktop = {
    notices: [],
    trayViews: [],
    opened: [],
    opener: [],
    clipboard: '',
    keys: new Map(),
    keysOfOthers: new Set(),
    startsAtLogin: false,
    notifierTrouble: null,
    clickNotice: (index) => {
      const route = desktop.notices[index]?.route;
      if (route === undefined) throw new Error(`There is no notice ${String(index)}.`);
      for (const react of activated) react(route);
    },
    chooseInTray: (action) => {
      for (const react of chosen) react(action);
    },
    ports: {
      notifier: {
        show: (notice) => {
          if (desktop.notifierTrouble !== null) return Promise.resolve(failed(desktop.notifierTrouble));
          desktop.notices.push(notice);
          return Promise.resolve(ok(null));
        },
        onActivate: (react) => {
          activated.add(react);
          return () => void activated.delete(react);
        },
      },
      trayHost: {
        draw: (view) => void desktop.trayViews.push(view()),
        onSelect: (react) => {
          chosen.add(react);
          return () => void chosen.delete(react);
        },
        advice: null,
        onOpening: () => () => undefined,
        onVisibility: (react) => {
          react(true);
          return () => undefined;
        },
      },
      windowHost: { open: (route) => void desktop.opened.push(route ?? null) },
      clipboard: {
        read: () => Promise.resolve(desktop.clipboard),
        write: (text) => {
          desktop.clipboard = text;
          return Promise.resolve();
        },
      },
      linkOpener: { open: (url) => void desktop.opener.push(url) },
      globalKeys: {
        take: (keys, run) => {
          if (desktop.keysOfOthers.has(keys) || desktop.keys.has(keys)) return false;
          desktop.keys.set(keys, run);
          return true;
        },
        release: (keys) => void desktop.keys.delete(keys),
        remark: null,
      },
      loginStart: {
        isOn: () => desktop.startsAtLogin,
        set: (on) => {
          desktop.startsAtLogin = on;
          return ok(null);
        },
      },
      trayIcon: { canChoose: true, changed: () => undefined },
    },
  };
  return desktop;
};
