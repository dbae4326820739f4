import { homedir, userInfo } from 'node:os';
import { app as electron } from 'electron';
import { linkFrom, startsHidden } from '../cli/command-from.ts';
import { controlAddress, type ControlAddress } from '../cli/control-address.ts';
import { dataFolder } from '../cli/data-folder.ts';
import { realFolder } from '../cli/real-folder.ts';
import { languageOf, type Language } from '../shared/language/languages.ts';

/** What this process was started with. */
export interface StartedWith {
  /** The data folder. */
  readonly folder: string;
  /** Where the control socket is. */
  readonly address: ControlAddress;
  /** The `taskbell:` link that was opened; null when none was. */
  readonly link: string | null;
  /** Without its window. */
  readonly hidden: boolean;
  readonly systemLanguage: Language;
}

export const startedWith = (): StartedWith => {
  const folder = realFolder(dataFolder(process.env, process.platform, homedir()));
  const link = linkFrom(process.argv);
  return {
    folder,
    address: controlAddress({ dataFolder: folder, platform: process.platform, user: userInfo().username }),
    link,
    hidden: startsHidden(process.argv) && link === null,
    systemLanguage: languageOf(
      process.env['TASKBELL_LANG'] ?? electron.getPreferredSystemLanguages()[0] ?? '',
    ),
  };
};
