import { describe, expect, it } from 'vitest';
import { withRunningApp } from './harness.ts';

describe('dialects', () => {
  it('are listed, the user’s own marked', async () => {
    const line = await withRunningApp();
    line.app.dialects.push({ id: 'custom:lumen', label: 'Lumen', isCustom: true, requestsPerSecond: 4 });
    expect(await line.run('dialect', 'list')).toBe(0);
    expect(line.out).toBe(
      'ID                   API\nrelay                OpenAI-style relay\ncustom:lumen  yours  Lumen\n',
    );
    await line.run('dialect', 'list', '--json');
    expect(JSON.parse(line.out)).toEqual(line.app.dialects);
  });

  it('are exported as JSON that a terminal can show', async () => {
    const line = await withRunningApp();
    expect(await line.run('dialect', 'export', 'custom:lumen')).toBe(0);
    expect(line.out).toBe('{\n  "id": "custom:lumen\\u202e"\n}\n');
    expect(await line.run('dialect', 'export', 'other')).toBe(2);
    expect(line.err).toBe('taskbell: There is no dialect "other".\n');
  });

  it('are imported from a file or from standard input', async () => {
    const line = await withRunningApp();
    line.files.set('lumen.json', '{"label":"Lumen"}');
    expect(await line.run('dialect', 'import', 'lumen.json')).toBe(0);
    expect(line.app.imported).toBe('{"label":"Lumen"}');
    expect(line.out).toBe('Added the dialect custom:lumen (Lumen).\n');
    line.stdin = '{"label":"Lumen 2"}';
    expect(await line.run('dialect', 'import', '-')).toBe(0);
    expect(line.out).toBe('Replaced the dialect custom:lumen (Lumen).\n');
  });

  it('are not imported from a file that is not there, nor from anything else', async () => {
    const line = await withRunningApp();
    expect(await line.run('dialect', 'import', 'missing.json')).toBe(2);
    expect(line.err).toContain('cannot be read');
    line.stdin = 'hello';
    expect(await line.run('dialect', 'import', '-')).toBe(2);
    expect(line.err).toBe('taskbell: This is not JSON.\n');
  });

  it('are removed', async () => {
    const line = await withRunningApp();
    expect(await line.run('dialect', 'remove', 'custom:lumen')).toBe(0);
    expect(line.out).toBe('Removed the dialect custom:lumen.\n');
    expect(await line.run('dialect', 'remove', 'relay')).toBe(2);
  });
});
