import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { autostartEntry, readAutostartEntry } from '../../electron/core/autostart-entry.ts';

const exec = (executable: string, args: readonly string[], environment = {}): string =>
  autostartEntry({ executable, args, environment })
    .split('\n')
    .find((line) => line.startsWith('Exec='))
    ?.slice(5) ?? '';

/** Takes an Exec line apart as the specification says: the escapes of texts first, then the quotes. */
const wordsOf = (line: string): readonly string[] => {
  const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  const text = line.replaceAll(/\\(.)/gs, (whole, letter: string) => escapes[letter] ?? whole);
  return [...text.matchAll(/"((?:\\[\s\S]|[^"\\])*)"|([^\s"]+)/g)].map(([, inQuotes, bare]) =>
    (inQuotes?.replaceAll(/\\(["`$\\])/g, '$1') ?? bare ?? '').replaceAll('%%', '%'),
  );
};

describe('the entry in the autostart folder', () => {
  it.each([
    ['/opt/Taskbell/taskbell', ['--hidden'], {}, '/opt/Taskbell/taskbell --hidden'],
    ['/home/ada/My Apps/T.AppImage', ['--hidden'], {}, '"/home/ada/My Apps/T.AppImage" --hidden'],
    ['/e/electron', ['--no-sandbox', '/src', '--hidden'], {}, '/e/electron --no-sandbox /src --hidden'],
    ['/e', [], { TASKBELL_HOME: '/d/a b' }, 'env "TASKBELL_HOME=/d/a b" /e'],
    ['/100%/$x', [], {}, String.raw`"/100%%/\\$x"`],
  ] as const)('starts %s %j', (executable, args, environment, expected) => {
    expect(exec(executable, args, environment)).toBe(expected);
  });

  it('brings every path through the two layers of quoting', () => {
    const anyWord = fc.string({ unit: 'grapheme', minLength: 1 }).filter((word) => !word.includes('\0'));
    fc.assert(
      fc.property(anyWord, anyWord, (executable, argument) => {
        expect(wordsOf(exec(executable, [argument]))).toEqual([executable, argument]);
      }),
    );
  });

  it('is read back, also after a desktop has switched it off', () => {
    const entry = autostartEntry({ executable: '/a\\b/taskbell', args: [], environment: {} });
    expect(readAutostartEntry(entry)).toEqual({ isOn: true, executable: '/a\\b/taskbell' });
    expect(readAutostartEntry(`${entry}Hidden=true\n`).isOn).toBe(false);
    expect(readAutostartEntry(entry.replace('enabled=true', 'enabled=false')).isOn).toBe(false);
    expect(readAutostartEntry('[Desktop Entry]\nExec=other\n')).toEqual({ isOn: true, executable: null });
  });
});
