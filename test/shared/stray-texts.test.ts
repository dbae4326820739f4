import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { strayTextsOfComponent, strayTextsOfScript } from './stray-texts.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** What is written for programs and has the look of a text, by the file it stands in; never a sentence for a user. */
const allowed: Readonly<Record<string, RegExp>> = {
  'renderer/(keyboard|on-escape|platform-keys|shortcut-keys|shortcut-texts)':
    /^[A-Z][a-z]+$|^Page (?:Up|Down)$|^input, textarea/,
  'renderer/custom-dialect': /^Authorization$/,
  // Names of keys, of a unit, of a kind of data, of a colour and of a command.
  'renderer/components/': /^(?:px|Enter|Tab|Escape|Delete|Files|color-mix\(.*|taskbell bin)$/,
  'renderer/components/(GatewayForm|CustomDialectFields)': /^(?:https:\/\/api\.example\.com|Lumen Studio)$/,
  'electron/platform/app-protocol': /charset=utf-8$|^trusted-types /,
  // A blank page and the script that draws in it; the name of a format.
  'electron/platform/(drawing-page|clipboard-file)':
    /^<!doctype html>$|^async \(kind\) => \{|^electron application\/osclipboard;|^Set-Clipboard /,
  'electron/platform/(background-check|store-opening|sqlite-listed)':
    /PRAGMA|SQLite format 3|not checked|^id, /,
  'electron/platform/(dbus|desktop-quiet|launcher-count|portal|tray-host|diagnostics)': /^[A-Z][a-z]+$/,
  // For who reads the log: the window's own code sends nothing that is refused.
  'electron/ipc/(answering|import-parser)': /refused, its arguments|^control character$/,
  'electron/core/(accelerator|autostart-entry)': /^[A-Z][a-z]+$|^\[Desktop Entry\]$|^Comment=/,
  // Names of columns in a file.
  'electron/core/moved-list': /^(?:remote id|failure code)$/,
  'electron/core/reference-curl': /^[a-z -]+$/,
  // Stored by earlier versions, and shown in the language that is spoken.
  'electron/shared/messages': /^The gateway gave no reason\.$/,
  // Names of commands and options are never translated.
  'electron/cli/(arguments|command-line|command-shapes|watch-handler)':
    /^(?:taskbell )?[a-z]+ (?:[a-z]+\b|[A-Z[])/,
  'electron/cli/data-folder': /^(?:Roaming|Library|Application Support)$/,
};

const isAllowed = (file: string, text: string): boolean =>
  text === 'Taskbell' ||
  Object.entries(allowed).some(([files, texts]) => new RegExp(`^${files}`).test(file) && texts.test(text));

// Labels of dialects are names of products, and what a dialect stores stands in for the gateway's words.
const files = globSync('{electron,renderer}/**/*.{ts,svelte}', { cwd: root }).filter(
  (file) => !/^electron\/(?:dialects|shared\/language)\//.test(file.replaceAll('\\', '/')),
);

it.each(files)('%s holds no text outside the catalogue', (file) => {
  const source = readFileSync(`${root}/${file}`, 'utf8');
  const texts = file.endsWith('.svelte') ? strayTextsOfComponent(source) : strayTextsOfScript(source);
  expect(texts.filter((text) => !isAllowed(file.replaceAll('\\', '/'), text))).toEqual([]);
});

it.each([
  ['<p>Nothing here</p>', ['Nothing here']],
  ['<button aria-label="Close">×</button>', ['Close']],
  ['<Field label="Base URL" />', ['Base URL']],
  ["<p>{ready ? 'Ready' : words().list.none}</p>", ['Ready']],
  ['<p title={`Ends in ${time}`}></p>', ['Ends in …']],
  ["<script>const text = 'Press the keys';</script>", ['Press the keys']],
  ['<p class="two words">{words().list.none}</p>', []],
])('finds what stands outside in %s', (source, texts) => {
  expect(strayTextsOfComponent(source)).toEqual(texts);
});

it('lets pass what is written for programs', () => {
  expect(strayTextsOfScript("log('cannot start: no folder'); sql('SELECT id FROM tasks');")).toEqual([]);
  expect(strayTextsOfScript("throw new Error('This is a bug');")).toEqual([]);
  expect(strayTextsOfScript("say('Task removed');")).toEqual(['Task removed']);
});
