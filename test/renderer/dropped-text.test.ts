import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../electron/shared/result.ts';
import { droppedText } from '../../renderer/dropped-text.ts';

const file = (content: string, size = content.length) => ({ size, text: () => Promise.resolve(content) });
const drop = (files: readonly ReturnType<typeof file>[], text = '') =>
  droppedText({ files, getData: (format) => (format === 'text/plain' ? text : '') });

describe('what is dropped on the window', () => {
  it('is read as text', async () => {
    expect(await drop([], 'task_1')).toEqual(ok('task_1'));
  });

  it('is the text of its files, whatever else comes with them', async () => {
    expect(await drop([file('task_1'), file('task_2')], 'a.txt')).toEqual(ok('task_1\ntask_2'));
  });

  it('may be 1 MiB in all', async () => {
    expect(await drop([file('a', 1024 * 1024)])).toEqual(ok('a'));
    expect(await drop([file('a', 1024 * 1024), file('b')])).toEqual(failed('too-large'));
  });

  it('must be text', async () => {
    expect(await drop([file('PNG\0\0')])).toEqual(failed('not-text'));
    const folder = { size: 4096, text: () => Promise.reject(new Error('NotReadableError')) };
    expect(await drop([folder])).toEqual(failed('not-text'));
    expect(await drop([], ' ')).toEqual(failed('nothing'));
  });
});
