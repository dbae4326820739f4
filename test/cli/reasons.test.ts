import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { searchWordsOf } from '../../electron/core/search-words.ts';
import type { TaskStore } from '../../electron/core/store-ports.ts';
import { trayViewOf } from '../../electron/core/tray-view.ts';
import { spokenIn } from '../../electron/shared/language/languages.ts';
import { speak } from '../../electron/shared/language/spoken.ts';
import { failureSentence } from '../../electron/shared/messages.ts';
import { newsKinds } from '../../electron/shared/quiet.ts';
import { rowTextOf } from '../../renderer/row-text.ts';
import { json } from '../fakes/scripted-http.ts';
import { addGateway, startWholeApp, type WholeApp } from '../fakes/whole-app.ts';
import { temporaryFolder } from './harness.ts';
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

describe('a task that is lost', () => {
  const sentences = [
    ['en', 'The gateway no longer knows this id'],
    ['zh', '网关已找不到此 ID'],
  ] as const;
  const sentenceOnce = sentences[0][1];

  /** As earlier versions wrote it into the report and into the history. */
  const storingTheSentence = (store: TaskStore): TaskStore => ({
    ...store,
    record: (recorded) => {
      const { report, event } = recorded;
      if (report.failure?.reason !== 'not-found') return store.record(recorded);
      const failure = { ...report.failure, message: sentenceOnce };
      return store.record({
        ...recorded,
        report: { ...report, failure },
        event: event === null ? null : { ...event, note: sentenceOnce },
      });
    },
  });

  const loseTask = async ({ app, clock, http }: WholeApp): Promise<void> => {
    http.answer('task_1', json({ code: 'task_not_exist' }, 400));
    app.tasks.watch('task_1', null, 'window');
    await clock.advance(5 * 60_000);
  };

  it.each([
    ['this version', (store: TaskStore) => store],
    ['an earlier version', storingTheSentence],
  ])('is said to be so in the language that is spoken, stored by %s', async (_by, store) => {
    onTestFinished(() => speak(spokenIn.en));
    const file = join(temporaryFolder(), 'taskbell.sqlite');
    const before = startWholeApp({ file, store });
    await addGateway(before);
    await loseTask(before);
    before.app.stop();

    const { line, whole } = await commandLine({ file });
    const task = whole.onlyTask();
    for (const [language, sentence] of sentences) {
      speak(spokenIn[language]);
      expect(rowTextOf(task, whole.clock.now(), null).meta).toBe(sentence);
      expect(JSON.stringify(trayViewOf(whole.app.view(), whole.clock.now()).menu)).toContain(sentence);
      await line.run('show', 'task_1');
      expect(line.out).toContain(`${sentence} (not-found)`);
      await line.run('show', 'task_1', '--json');
      expect(JSON.parse(line.out)).toMatchObject({ failure: { code: 'not-found', message: sentenceOnce } });
    }
  });

  it('is found by that sentence', async () => {
    const whole = startWholeApp();
    onTestFinished(() => whole.app.stop());
    await addGateway(whole);
    await loseTask(whole);
    const { remoteId, title, model, failure } = whole.onlyTask();
    expect(searchWordsOf(remoteId, { title, model, failure })).toContain('no longer knows this id');
  });

  it('is told in the language that is spoken, on the desktop and to a chat, and says once why', async () => {
    onTestFinished(() => speak(spokenIn.en));
    for (const [language, title] of [
      ['en', 'Video lost: the gateway no longer knows it'],
      ['zh', '视频已丢失：网关找不到它了'],
    ] as const) {
      const whole = startWholeApp({ systemLanguage: language });
      onTestFinished(() => whole.app.stop());
      await addGateway(whole);
      await whole.app.push.save(null, {
        name: 'Chat',
        service: 'discord',
        fields: { address: 'https://chat.example.com/hooks/1', channel: '', token: '', secret: '' },
        kinds: newsKinds,
        gatewayIds: null,
        allowPlainHttp: false,
      });
      await loseTask(whole);
      const [notice] = whole.desktop.notices;
      expect(notice).toMatchObject({ title, body: 'task_1' });
      expect(whole.webhooks.bodiesTo('chat.example.com')).toEqual([
        expect.objectContaining({ content: `${title}\ntask\\_1` }),
      ]);
    }
  });
});
