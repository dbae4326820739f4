import { describe, expect, it } from 'vitest';
import { commandFrom, linkFrom, startsHidden } from '../../electron/cli/command-from.ts';

describe('the arguments of an installed app', () => {
  it.each([
    [['taskbell'], null],
    [['taskbell', '--hidden'], null],
    [['taskbell', '--no-sandbox', '--ozone-platform=x11', '--hidden'], null],
    [
      ['taskbell', 'list', '--json'],
      ['list', '--json'],
    ],
    [
      ['taskbell', '--no-sandbox', 'watch', 'a', '-'],
      ['watch', 'a', '-'],
    ],
    [
      ['taskbell', 'list', '--disable-gpu', '--json', '--remote-debugging-port=0'],
      ['list', '--json'],
    ],
    [
      ['taskbell', 'gateway', 'add', 'x', '--url', 'https://a.example', '--key-stdin', '--allow-plain-http'],
      ['gateway', 'add', 'x', '--url', 'https://a.example', '--key-stdin', '--allow-plain-http'],
    ],
    [['taskbell', '--help'], ['--help']],
    [['taskbell', '--version'], ['--version']],
    [['taskbell', 'lsit'], ['lsit']],
  ])('%j hold the command %j', (argv, command) => {
    expect(commandFrom(argv, true)).toEqual(command);
  });
});

describe('the arguments of Electron in a checkout', () => {
  it.each([
    [['electron', '/home/u/taskbell'], null],
    [['electron', '--no-sandbox', '/home/u/taskbell', '--hidden'], null],
    [['electron', '--inspect=0', '--no-sandbox'], null],
    [['electron', '--no-sandbox', '/home/u/taskbell', 'list'], ['list']],
    [
      ['electron', '.', '--no-sandbox', 'show', 'abc'],
      ['show', 'abc'],
    ],
  ])('%j hold the command %j', (argv, command) => {
    expect(commandFrom(argv, false)).toEqual(command);
  });
});

it('starts hidden only when told so', () => {
  expect(startsHidden(['taskbell', '--hidden'])).toBe(true);
  expect(startsHidden(['taskbell'])).toBe(false);
});

describe('a link that the desktop hands over', () => {
  it('starts the app, and is no command', () => {
    const argv = ['/opt/Taskbell/taskbell', 'taskbell://watch?ref=task_01'];
    expect(linkFrom(argv)).toBe('taskbell://watch?ref=task_01');
    expect(commandFrom(argv, true)).toBeNull();
    expect(linkFrom(['taskbell', 'watch', 'task_01'])).toBeNull();
  });
});
