/** How to start the app when the user logs in. */
export interface LoginLaunch {
  readonly executable: string;
  readonly args: readonly string[];
  /** What must be in its environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A file for the autostart folder: https://specifications.freedesktop.org/autostart-spec/latest/ */
export const autostartEntry = ({ executable, args, environment }: LoginLaunch): string => {
  const settings = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  const words = [...(settings.length === 0 ? [] : ['env', ...settings]), executable, ...args];
  return [
    '[Desktop Entry]',
    'Type=Application',
    'Name=Taskbell',
    'Comment=Watches AI video tasks and says when one is ready, failed or lost',
    `Exec=${words.map(quoted).join(' ')}`,
    `X-Taskbell-Executable=${escaped(executable)}`,
    'Icon=taskbell',
    'Terminal=false',
    'StartupNotify=false',
    'X-GNOME-Autostart-enabled=true',
    '',
  ].join('\n');
};

/** Quoted as arguments of Exec are, and then escaped as every text of a desktop file is. */
const quoted = (word: string): string => {
  const inQuotes = /^[\w@%+=:,./-]+$/.test(word) ? word : `"${word.replaceAll(/["`$\\]/g, '\\$&')}"`;
  return escaped(inQuotes.replaceAll('%', '%%'));
};

const escaped = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t');

export interface ReadAutostartEntry {
  /** Desktops switch an entry off in the file itself. */
  readonly isOn: boolean;
  /** The program that Taskbell wrote into it; null for an entry of somebody else. */
  readonly executable: string | null;
}

export const readAutostartEntry = (text: string): ReadAutostartEntry => {
  const valueOf = (key: string): string | null => {
    const line = text.split('\n').find((one) => one.startsWith(`${key}=`));
    return line === undefined ? null : line.slice(key.length + 1).trim();
  };
  const executable = valueOf('X-Taskbell-Executable');
  return {
    isOn: valueOf('Hidden') !== 'true' && valueOf('X-GNOME-Autostart-enabled') !== 'false',
    executable: executable === null ? null : executable.replaceAll('\\\\', '\\'),
  };
};
