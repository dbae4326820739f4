import type { Theme } from '../../electron/shared/preferences.ts';
import type { Notice, NoticeAction } from '../../electron/core/announcement.ts';
import type { Commands } from '../../electron/core/command-ports.ts';
import type {
  Clipboard,
  DoNotDisturb,
  GlobalKeys,
  LoginStart,
  Notifier,
  NotifierTrouble,
  TrayHost,
  WindowHost,
} from '../../electron/core/ports.ts';
import type { ResultFiles } from '../../electron/core/saving-ports.ts';
import type { PictureShelf, ResultViews } from '../../electron/core/looking-ports.ts';
import type { Hmac } from '../../electron/core/push-ports.ts';
import type { TrayAction, TrayView } from '../../electron/core/tray-view.ts';
import type { Route, WindowNews } from '../../electron/shared/route.ts';
import { nodeHmac } from '../../electron/platform/node-hmac.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import { createRecordingWebhooks, type RecordingWebhooks } from './recording-webhooks.ts';
import { createRecordingCommands, type RecordingCommands } from './recording-commands.ts';
import { FakeUpdates } from './fake-updates.ts';
import { MemoryDemoHost } from './memory-demo-host.ts';
import { createMemoryPictures, type MemoryPictures } from './memory-pictures.ts';
import { createRecordingFiles, type RecordingFiles } from './recording-files.ts';

/** A desktop that remembers what it was told to show. */
export interface RecordingDesktop {
  readonly notices: Notice[];
  readonly trayViews: TrayView[];
  readonly opened: (Route | null)[];
  readonly opener: string[];
  /** The looks that were asked for, the newest last. */
  readonly themes: Theme[];
  clipboard: string;
  /** The file that is on the clipboard in place of a text. */
  clipboardFile: string | null;
  readonly dragged: string[];
  readonly pictures: MemoryPictures;
  /** The global shortcuts that are taken, and what they do. */
  readonly keys: Map<string, () => void>;
  readonly keysOfOthers: Set<string>;
  startsAtLogin: boolean;
  readonly files: RecordingFiles;
  readonly commands: RecordingCommands;
  notifierTrouble: NotifierTrouble | null;
  /** Whether the user is looking at the window. */
  isLookedAt: boolean;
  readonly said: WindowNews[];
  /** Those whose place no other has taken. */
  standing(): readonly Notice[];
  clickNotice(index: number): void;
  pressButton(index: number, text: string): void;
  setDoNotDisturb(on: boolean): void;
  chooseInTray(action: TrayAction): void;
  readonly ports: {
    readonly notifier: Notifier;
    readonly webhooks: RecordingWebhooks;
    readonly hmac: Hmac;
    readonly doNotDisturb: DoNotDisturb;
    readonly trayHost: TrayHost;
    readonly windowHost: WindowHost;
    readonly clipboard: Clipboard;
    readonly updates: FakeUpdates;
    readonly demoHost: MemoryDemoHost;
    readonly linkOpener: { open(url: string): void };
    readonly globalKeys: GlobalKeys;
    readonly loginStart: LoginStart;
    readonly showTheme: (theme: Theme) => void;
    readonly resultFiles: ResultFiles;
    readonly resultViews: ResultViews;
    readonly pictureShelf: PictureShelf;
    readonly commands: Commands;
    readonly trayIcon: { readonly canChoose: boolean; readonly changed: () => void };
  };
}

export const createRecordingDesktop = (): RecordingDesktop => {
  const activated = new Set<(action: NoticeAction) => void>();
  const disturbed = new Set<() => void>();
  let isQuiet = false;
  const files = createRecordingFiles();
  const pictures = createMemoryPictures();
  const commands = createRecordingCommands();
  const noticeAt = (index: number): Notice => {
    const notice = desktop.notices[index];
    if (notice === undefined) throw new Error(`There is no notice ${String(index)}.`);
    return notice;
  };
  const activate = (action: NoticeAction): void => {
    for (const react of activated) react(action);
  };
  const chosen = new Set<(action: TrayAction) => void>();
  const desktop: RecordingDesktop = {
    notices: [],
    trayViews: [],
    opened: [],
    opener: [],
    themes: [],
    clipboard: '',
    clipboardFile: null,
    dragged: [],
    pictures,
    keys: new Map(),
    keysOfOthers: new Set(),
    startsAtLogin: false,
    files,
    commands,
    notifierTrouble: null,
    isLookedAt: false,
    said: [],
    standing: () =>
      desktop.notices.filter(
        ({ key }, index) =>
          key === undefined ||
          !desktop.notices
            .slice(index + 1)
            .some((later) => later.key === key || (later.replaces ?? []).includes(key)),
      ),
    clickNotice: (index) => activate({ do: 'open', route: noticeAt(index).route }),
    pressButton: (index, text) => {
      const button = noticeAt(index).buttons?.find((one) => one.text === text);
      if (button === undefined) throw new Error(`There is no button "${text}".`);
      activate(button.action);
    },
    setDoNotDisturb: (on) => {
      isQuiet = on;
      for (const react of disturbed) react();
    },
    chooseInTray: (action) => {
      for (const react of chosen) react(action);
    },
    ports: {
      webhooks: createRecordingWebhooks(),
      hmac: nodeHmac,
      updates: new FakeUpdates(),
      demoHost: new MemoryDemoHost(),
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
      doNotDisturb: {
        isOn: () => isQuiet,
        onChange: (react) => {
          disturbed.add(react);
          return () => void disturbed.delete(react);
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
      windowHost: {
        open: (route) => void desktop.opened.push(route ?? null),
        say: (news) => {
          if (desktop.isLookedAt) desktop.said.push(news);
          return Promise.resolve(desktop.isLookedAt);
        },
        drag: (path) => void desktop.dragged.push(path),
      },
      clipboard: {
        read: () => Promise.resolve(desktop.clipboard),
        write: (text) => {
          desktop.clipboard = text;
          return Promise.resolve();
        },
        writeFile: (path) => {
          desktop.clipboardFile = path;
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
      showTheme: (theme) => void desktop.themes.push(theme),
      resultFiles: files.port,
      resultViews: pictures.views,
      pictureShelf: pictures.shelf,
      commands: commands.port,
      trayIcon: { canChoose: true, changed: () => undefined },
    },
  };
  return desktop;
};
