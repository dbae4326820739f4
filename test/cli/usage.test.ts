import { describe, expect, it } from 'vitest';
import { commandNames } from '../../electron/cli/command-shapes.ts';
import { CommandLine } from './harness.ts';

describe('a command line that cannot be understood', () => {
  it.each([
    [['frobnicate'], 'There is no command "frobnicate".'],
    [['gateway'], 'Say what to do with gateways: add, list, test, key, saving or remove.'],
    [['dialect'], 'Say what to do with dialects: list, export, import or remove.'],
    [['dialect', 'edit'], 'There is no command "dialect edit".'],
    [['gateway', 'rename'], 'There is no command "gateway rename".'],
    [['list', 'extra'], '"list" takes no words.'],
    [['list', '--jsn'], '"list" has no option --jsn.'],
    [['list', '-j'], '"list" has no option -j.'],
    [['list', '--json=yes'], '--json takes no value.'],
    [['list', '--json', '--json'], '--json was given twice.'],
    [['show'], '"show" needs the ID.'],
    [['show', 'a', 'b'], '"show" takes one ID.'],
    [['show', ''], 'An ID cannot be empty.'],
    [['watch'], '"watch" needs a REF.'],
    [['watch', 'a', '--gateway'], '--gateway needs a value.'],
    [['watch', 'a', '--gateway', '--json'], '--gateway needs a value.'],
    [['watch', 'a', '--gateway='], '--gateway needs a value.'],
    [['wait', 'a', '--timeout', 'soon'], '--timeout takes seconds'],
    [['wait', 'a', '--timeout', '0'], '--timeout takes seconds'],
    [['wait', 'a', '--timeout', '1e9'], '--timeout takes seconds'],
    [['gateway', 'add', 'x', '--key-stdin'], 'Give the base URL'],
    [['gateway', 'add', 'x', '--url', 'https://a.example'], 'Say where the key comes from'],
    [
      ['gateway', 'add', 'x', '--url', 'https://a.example', '--key-stdin', '--key-env', 'K'],
      'Say where the key comes from',
    ],
    [['help', 'frobnicate'], 'There is no command "frobnicate".'],
  ])('%j exits 2 with a sentence and without starting the app', async (argv, sentence) => {
    const line = new CommandLine();
    expect(await line.run(...argv)).toBe(2);
    expect(line.err).toContain(`taskbell: ${sentence}`);
    expect(line.out).toBe('');
    expect(line.starts).toEqual([]);
  });

  it('says how the command is used', async () => {
    const line = new CommandLine();
    await line.run('show');
    expect(line.err).toContain('Usage: taskbell show ID [--json]');
  });

  it('without a command exits 2 and lists the commands', async () => {
    const line = new CommandLine();
    expect(await line.run()).toBe(2);
    for (const name of commandNames) expect(line.err).toContain(name);
  });
});

describe('help', () => {
  it.each([['help'], ['--help'], ['-h']])('%s lists the commands and exits 0', async (word) => {
    const line = new CommandLine();
    expect(await line.run(word)).toBe(0);
    for (const name of commandNames) expect(line.out).toContain(name);
    expect(line.starts).toEqual([]);
  });

  it.each(commandNames)('explains "%s" in both ways', async (name) => {
    const line = new CommandLine();
    expect(await line.run('help', ...name.split(' '))).toBe(0);
    const explained = line.out;
    expect(explained).toContain(`Usage: taskbell ${name}`);
    expect(await line.run(...name.split(' '), '--help')).toBe(0);
    expect(line.out).toBe(explained);
  });

  it('leaves a word after "--" to the command', async () => {
    const line = new CommandLine();
    expect(await line.run('show', '--', '--help')).toBe(2);
    expect(line.err).toContain('No watched task has the id "--help"');
  });
});
