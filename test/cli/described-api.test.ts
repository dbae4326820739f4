import { describe, expect, it, onTestFinished } from 'vitest';
import { createControlHandlers } from '../../electron/cli/control-handlers.ts';
import { serveControl } from '../../electron/cli/control-server.ts';
import { textOfDialect } from '../../electron/ipc/custom-dialect-parser.ts';
import { controlDependencies } from '../fakes/control-dependencies.ts';
import { lumen, lumenAnswer } from '../fakes/described-apis.ts';
import { key, startWholeApp, type WholeApp } from '../fakes/whole-app.ts';
import { CommandLine } from './harness.ts';

const commandLine = async (): Promise<{ line: CommandLine; whole: WholeApp }> => {
  const line = new CommandLine();
  const whole = startWholeApp({ clock: line.clock });
  const handlers = createControlHandlers(controlDependencies(whole.app, whole.clock));
  const served = await serveControl({
    address: line.address,
    handlers,
    onBug: (error) => expect.fail(String(error)),
  });
  onTestFinished(async () => {
    if (served.ok) await served.value.close();
    whole.app.stop();
  });
  return { line, whole };
};

const addWith = async (line: CommandLine, dialect: string): Promise<number> => {
  line.stdin = key;
  return line.run(
    'gateway',
    'add',
    'Studio',
    '--url',
    'https://api.example.com',
    '--dialect',
    dialect,
    '--key-stdin',
  );
};

describe('a described API with the whole app', () => {
  it('is imported, given to a gateway and asked as it says', async () => {
    const { line, whole } = await commandLine();
    whole.http.answer('job-7', {
      ok: true,
      value: { status: 200, headers: {}, body: lumenAnswer({ state: 'ready' }) },
    });
    line.stdin = textOfDialect(lumen);
    expect(await line.run('dialect', 'import', '-')).toBe(0);
    expect(await addWith(line, 'custom:lumen')).toBe(0);
    whole.app.tasks.watch('job-7', null, 'window');
    await line.clock.advance(5000);
    expect(whole.onlyTask()).toMatchObject({ remoteId: 'job-7', phase: 'succeeded' });
    expect(whole.http.requests[0]).toMatchObject({
      url: 'https://api.example.com/api/jobs/job-7',
      headers: { 'X-Api-Key': key },
    });
    expect(await line.run('dialect', 'remove', 'custom:lumen')).toBe(2);
    expect(line.err).toContain('A gateway uses this API.');
  });

  it('is named among those that there are when an id is unknown', async () => {
    const { line } = await commandLine();
    line.stdin = textOfDialect(lumen);
    await line.run('dialect', 'import', '-');
    expect(await addWith(line, 'lumen')).toBe(2);
    expect(line.err).toMatch(/^taskbell: There is no dialect "lumen". There are: relay, .*custom:lumen\.\n$/);
    expect(await line.run('dialect', 'export', 'relay')).toBe(2);
    expect(line.err).toContain('part of Taskbell');
    expect(await line.run('dialect', 'export', 'custom:lumen')).toBe(0);
    expect(line.out).toBe(`${textOfDialect(lumen)}\n`);
  });

  it('is refused with a sentence for each field that is wrong', async () => {
    const { line } = await commandLine();
    line.stdin = textOfDialect({ ...lumen, paths: ['/x'], words: { ...lumen.words, failed: ['ready'] } });
    expect(await line.run('dialect', 'import', '-')).toBe(2);
    expect(line.err).toContain('Path: Put {id} where the task’s id belongs.');
    expect(line.err).toContain('Failed: One of these words is in another list too.');
  });
});
