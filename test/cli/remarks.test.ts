import { describe, expect, it } from 'vitest';
import { savedAs } from '../fakes/recording-files.ts';
import { completed, json, running } from '../fakes/scripted-http.ts';
import { addGateway } from '../fakes/whole-app.ts';
import { until } from './harness.ts';
import { commandLine } from './whole-command-line.ts';

const refused = json({ error: { message: 'invalid key' } }, 401);

const watchingOne = async (answer: ReturnType<typeof json>) => {
  const { line, whole } = await commandLine();
  await addGateway(whole);
  whole.http.answer('task_1', answer);
  whole.app.tasks.watch('task_1', null, 'window');
  await whole.clock.advance(5_000);
  return { line, whole };
};

describe('wait', () => {
  const sentence = 'Studio: The gateway refused the key. Edit the gateway to enter a valid one';

  it('says once that a refused key holds the gateway back, and goes on when another was entered', async () => {
    const { line, whole } = await watchingOne(refused);
    const waited = line.run('wait', 'task_1');
    await expect.poll(() => line.err, { interval: 1 }).toContain(sentence);
    whole.http.answer('task_1', completed('task_1'));
    const gateway = whole.app.gateways.named('Studio');
    if (gateway !== null)
      await whole.app.gateways.update(gateway.id, { ...gateway, key: 'sk-another-0123456789' });
    expect(await until(line.clock, waited, 1_000)).toBe(0);
    expect(line.err.trim().split('\n')).toHaveLength(1);
  });

  it('says so when it is refused meanwhile, and in the sentence of the time-out', async () => {
    const { line, whole } = await watchingOne(running('task_1', 0.5));
    const waited = line.run('wait', 'task_1', '--timeout', '600');
    whole.http.answer('task_1', refused);
    expect(await until(line.clock, waited, 1_000)).toBe(3);
    const [said, timedOut] = line.err.trim().split('\n');
    expect(said).toContain(sentence);
    expect(timedOut).toContain(`Not all tasks had ended after 600 s. They are still watched. ${sentence}`);
  });
});

describe('save', () => {
  const trouble = (name: 'unknown-host' | 'server-error') =>
    ({ ok: false, trouble: { trouble: name, retryAfterMs: null } }) as const;
  const why = {
    host: 'taskbell: Not saved yet, it is tried again: The host of the link is not known. Check your network.',
    server:
      'taskbell: Not saved yet, it is tried again: The server with the file reports an error of its own. Saving is tried again.',
  };

  it('says why it is tried again, each reason once', async () => {
    const { line, whole } = await watchingOne(completed('task_1'));
    const saving = line.run('save', 'task_1');
    const said = async (): Promise<string> => {
      await line.clock.advance(100);
      return line.err;
    };
    const answer = async (at: number, result: Parameters<typeof whole.files.finish>[1]): Promise<void> => {
      await expect
        .poll(
          async () => {
            await line.clock.advance(1_000);
            return whole.files.jobs.length;
          },
          { interval: 1 },
        )
        .toBeGreaterThan(at);
      whole.files.finish(at, result);
    };
    await answer(0, trouble('unknown-host'));
    await expect.poll(said, { interval: 1 }).toBe(`${why.host}\n`);
    await answer(1, trouble('unknown-host'));
    await answer(2, trouble('server-error'));
    await expect.poll(said, { interval: 1 }).toBe(`${why.host}\n${why.server}\n`);
    await answer(3, savedAs('/videos/Boat.mp4'));
    expect(await until(line.clock, saving, 1_000)).toBe(0);
    expect(line.out).toBe('/videos/Boat.mp4\n');
  });

  it('gives up waiting after the time-out, and says what held it up', async () => {
    const { line, whole } = await watchingOne(completed('task_1'));
    const saving = line.run('save', 'task_1', '--timeout', '30');
    await expect.poll(() => whole.files.jobs.length, { interval: 1 }).toBe(1);
    expect(await until(line.clock, saving, 1_000)).toBe(3);
    expect(line.err).toBe('taskbell: Not all was saved after 30 s. Taskbell goes on with it.\n');
    expect(whole.onlyTask().save?.state).toBe('saving');
  });
});
