import { spawn } from 'node:child_process';
import { pathToFileURL } from 'node:url';
import { clipboard, ClipboardItem } from 'electron';

/** Puts a file on the clipboard as the file manager of this system does. Rejects where the system does not take it. */
export const copyFileToClipboard = (path: string, platform: NodeJS.Platform): Promise<void> =>
  platform === 'win32' ? copyOnWindows(path) : copyFormats(formatsOf(pathToFileURL(path).href, platform));

type Format = readonly [name: string, text: string];

/** The first is what most programs read. */
const formatsOf = (url: string, platform: NodeJS.Platform): readonly [Format, ...Format[]] =>
  platform === 'darwin'
    ? [['public.file-url', url]]
    : [
        ['text/uri-list', `${url}\r\n`],
        // File managers of the family of GNOME's: whether it is to be copied or moved.
        ['x-special/gnome-copied-files', `copy\n${url}`],
      ];

const copyFormats = async (formats: readonly [Format, ...Format[]]): Promise<void> => {
  const [[name, text]] = formats;
  // Electron before 44 has another clipboard, which takes one format at a time.
  const writeBuffer: unknown = Reflect.get(clipboard, 'writeBuffer');
  if (typeof writeBuffer === 'function') {
    Reflect.apply(writeBuffer, clipboard, [name, Buffer.from(text)]);
    return;
  }
  const items = formats.map(([format, value]) => [
    `electron application/osclipboard;format="${format}"`,
    value,
  ]);
  await clipboard.write([new ClipboardItem(Object.fromEntries(items) as Record<string, string>)]);
};

/** Electron cannot write the format that Explorer reads. The path is no part of the command. */
const copyOnWindows = (path: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const command = 'Set-Clipboard -LiteralPath $env:TASKBELL_FILE';
    const child = spawn('powershell.exe', ['-NoProfile', '-NonInteractive', '-Command', command], {
      env: { ...process.env, TASKBELL_FILE: path },
      stdio: 'ignore',
      windowsHide: true,
    });
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`Set-Clipboard ended with ${String(code)}.`));
    });
  });
