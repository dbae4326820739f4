import type { ShortcutTrouble, StartupTrouble, Theme, TrayIconChoice } from '../../preferences.ts';

/** How Taskbell is at home on this computer. */
export const preferences = {
  trayIcons: {
    automatic: 'Automatic',
    coloured: 'In colour',
    light: 'Light, for dark panels',
    dark: 'Dark, for light panels',
  } satisfies Record<TrayIconChoice, string>,
  startupTroubles: {
    'not-possible': 'This build cannot be started at log-in: only an installed Taskbell can.',
    'not-written': 'The system did not take this. Check whether the autostart folder can be written to.',
  } satisfies Record<StartupTrouble, string>,
  shortcutTroubles: {
    'not-keys': 'This is not a combination of keys.',
    'needs-modifier': 'Hold Ctrl, Alt, Super or Command with the key, or use a function key.',
    taken: 'Another program has these keys. The ones before still work.',
    'used-here': 'Taskbell uses these keys for something else already.',
  } satisfies Record<ShortcutTrouble, string>,
  waylandRemark:
    'On Wayland the desktop decides whether a program gets such keys. If they do nothing, bind them in the desktop’s own settings to the command “taskbell”.',
  startsAtLogin: 'Start Taskbell when you log in',
  startsAtLoginMeans: 'It starts in the tray, without this window.',
  offersClipboard: 'Offer to watch what you have copied',
  offersClipboardMeans:
    'When this window opens, Taskbell looks whether a task is on the clipboard. Nothing of it leaves this computer.',
  windowKeys: 'Keys that open this window',
  windowKeysMeans: 'They work in every program. Click, and press the keys.',
  clipboardKeys: 'Keys that watch what is on the clipboard',
  clipboardKeysMeans: 'Copy a task id and press them: a notification says what was added.',
  trayIcon: 'Tray icon',
  trayIconMeans: 'Its shape says how your tasks are, in any colour. Choose another if your panel hides it.',
  language: 'Language',
  languageMeans: 'Of the window, the tray, the notifications and the command line.',
  asSystem: 'As the system',
  theme: 'Look',
  themeMeans: 'Whether this window is light or dark.',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' } satisfies Record<Theme, string>,
};
