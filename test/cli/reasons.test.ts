import { describe, expect, it, onTestFinished } from 'vitest';
import { trayViewOf } from '../../electron/core/tray-view.ts';
import { spokenIn } from '../../electron/shared/language/languages.ts';
import { speak } from '../../electron/shared/language/spoken.ts';
import { failureSentence } from '../../electron/shared/messages.ts';
import { json } from '../fakes/scripted-http.ts';
import { addGateway } from '../fakes/whole-app.ts';
import { commandLine } from './whole-command-line.ts';

describe('a task that failed for no reason that the gateway gave', () => {
  it('says so in the language that is spoken now, and stores no sentence of ours', async () => {
    const { line, whole } = await commandLine();
    onTestFinished(() => speak(spokenIn.en));
    await addGateway(whole);
    whole.http.answer('task_1', json({ id: 'task_1', status: 'failed' }));
    whole.app.tasks.watch('task_1', null, 'window');
    await whole.clock.advance(5_000);
    expect(whole.onlyTask().failure).toMatchObject({ message: '', reason: 'unknown' });
    expect(whole.app.tasks.history(whole.onlyTask().id).at(-1)?.note).toBeNull();
    for (const [language, sentence] of [
      ['en', 'The gateway gave no reason.'],
      ['zh', '网关没有给出原因。'],
    ] as const) {
      speak(spokenIn[language]);
      await line.run('show', 'task_1');
      expect(line.out).toContain(`${sentence} (failed)`);
      expect(JSON.stringify(trayViewOf(whole.app.view(), whole.clock.now()).menu)).toContain(sentence);
    }
  });

  it('says the same where an earlier version stored the English sentence', () => {
    onTestFinished(() => speak(spokenIn.en));
    speak(spokenIn.zh);
    const stored = { code: 'failed', message: 'The gateway gave no reason.', reason: 'unknown' } as const;
    expect(failureSentence(stored)).toBe('网关没有给出原因。');
    expect(failureSentence({ ...stored, message: 'Out of memory' })).toBe('Out of memory');
  });
});
