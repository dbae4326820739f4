import { words } from '../electron/shared/language/spoken.ts';
import { isMac } from './platform-keys.ts';

const command = isMac ? '⌘' : 'Ctrl';

/** The keys of the window, as its sheet shows them. */
export const shortcutTexts = (): readonly (readonly [keys: readonly string[], does: string])[] => {
  const text = words().keys;
  return [
    [[`${command} V`], text.paste],
    [['/', `${command} F`], text.search],
    [['↑', '↓'], text.step],
    [['Home', 'End', 'Page Up', 'Page Down'], text.leap],
    [['Enter'], text.open],
    [['Shift ↑', 'Shift ↓'], text.extend],
    [[`${command} ↑`, `${command} ↓`, text.space], text.toggle],
    [[`${command} A`], text.all],
    [['Shift F10'], text.menu],
    [['Delete'], text.remove],
    [[`${command} Z`], text.undo],
    [[`${command} ,`], text.settings],
    [['Esc'], text.back],
    [['?'], text.sheet],
  ];
};
