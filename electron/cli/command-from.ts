import { isDeepLink } from '../core/deep-link.ts';

/**
 * The command in the arguments that Electron was started with, or null when it was started as the app.
 * Chromium's own switches (--no-sandbox, --ozone-platform=x11, …) may stand anywhere; in development the first
 * word is the path of the app.
 */
export const commandFrom = (argv: readonly string[], isPackaged: boolean): readonly string[] | null => {
  if (linkFrom(argv) !== null) return null;
  const words = argv.slice(1);
  if (!isPackaged) {
    const appPath = words.findIndex((word) => !word.startsWith('-'));
    if (appPath === -1) return null;
    words.splice(0, appPath + 1);
  }
  const start = words.findIndex((word) => !word.startsWith('-') || asksForText.has(word));
  return start === -1 ? null : words.slice(start).filter((word) => !isChromiumSwitch(word));
};

const asksForText: ReadonlySet<string> = new Set(['--help', '-h', '--version']);

/** None of Taskbell's own options begins like this. */
const isChromiumSwitch = (word: string): boolean =>
  /^--(no-|ozone-|disable-|enable-|use-|force-|remote-debugging-|password-store|user-data-dir|lang=)/.test(
    word,
  );

/** The `taskbell:` link that the desktop handed over; null when there is none. */
export const linkFrom = (argv: readonly string[]): string | null => argv.slice(1).find(isDeepLink) ?? null;

/** Whether the app was started to stay in the tray, without a window. */
export const startsHidden = (argv: readonly string[]): boolean => argv.includes('--hidden');
