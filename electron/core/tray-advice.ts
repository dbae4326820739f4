import { words } from '../shared/language/spoken.ts';

/** `XDG_CURRENT_DESKTOP` names the desktop and what it is made of, the nearest first: `ubuntu:GNOME`. */
export const trayAdviceFor = (currentDesktop: string): string | null => {
  const advice: Readonly<Record<string, string>> = words().trayAdvice;
  for (const name of currentDesktop.toLowerCase().split(':')) {
    const known = Object.hasOwn(advice, name) ? advice[name] : undefined;
    if (known !== undefined) return known;
  }
  return null;
};
