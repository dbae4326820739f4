import { isMac } from './platform-keys.ts';

const command = isMac ? '⌘' : 'Ctrl';

/** The keys of the window, as its sheet shows them. */
export const shortcutTexts: readonly (readonly [keys: readonly string[], does: string])[] = [
  [[`${command} V`], 'Watch what is on the clipboard'],
  [['/', `${command} F`], 'Search'],
  [['↑', '↓'], 'Go through the list'],
  [['Home', 'End', 'Page up', 'Page down'], 'Go far'],
  [['Enter'], 'Open the details'],
  [['Shift ↑', 'Shift ↓'], 'Select several'],
  [[`${command} ↑`, `${command} ↓`, 'Space'], 'Select some here and there'],
  [[`${command} A`], 'Select all'],
  [['Delete'], 'Remove'],
  [[`${command} ,`], 'Settings'],
  [['Esc'], 'Back'],
  [['?'], 'These keys'],
];
