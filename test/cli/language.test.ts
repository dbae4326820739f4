import { afterEach, describe, expect, it } from 'vitest';
import { speakAsCommand } from '../../electron/cli/command-language.ts';
import { commandNames } from '../../electron/cli/command-shapes.ts';
import { spokenIn, type Language } from '../../electron/shared/language/languages.ts';
import { locale, speak } from '../../electron/shared/language/spoken.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import { createManualClock } from '../fakes/manual-clock.ts';
import { CommandLine } from './harness.ts';

afterEach(() => speak(spokenIn.en));

const spokenWith = async (env: Record<string, string>, app: Language | null): Promise<string> => {
  await speakAsCommand({
    env,
    clock: createManualClock(),
    ask: (command) => {
      expect(command).toBe('app.language');
      const answer = app === null ? failed({ kind: 'not-running' as const }) : ok({ language: app });
      return Promise.resolve(answer as never);
    },
  });
  return locale();
};

describe('the language of a command', () => {
  it.each([
    [{ TASKBELL_LANG: 'zh', LANG: 'en_US.UTF-8' }, 'en', 'zh-CN'],
    [{ TASKBELL_LANG: 'en' }, 'zh', 'en-GB'],
    [{ LANG: 'en_US.UTF-8' }, 'zh', 'zh-CN'],
    [{ LANG: 'zh_CN.UTF-8' }, null, 'zh-CN'],
    [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, null, 'en-GB'],
    [{ LANG: 'de_DE.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LC_ALL: '' }, null, 'zh-CN'],
    [{}, null, 'en-GB'],
  ] as const)('is that of %o and of an app that speaks %s', async (env, app, spoken) => {
    expect(await spokenWith(env, app)).toBe(spoken);
  });
});

describe('a command in Chinese', () => {
  it('says what each command does', async () => {
    const line = new CommandLine();
    speak(spokenIn.zh);
    expect(await line.run('help')).toBe(0);
    expect(line.out).toContain('用法：taskbell COMMAND');
    for (const name of commandNames) expect(line.out).toMatch(new RegExp(`^  ${name} .*[。]$`, 'mu'));
  });

  it('prints the same JSON as in English', async () => {
    const line = new CommandLine();
    await line.run('list', '--json');
    const english = line.out;
    speak(spokenIn.zh);
    await line.run('list', '--json');
    expect(line.out).toBe(english);
    await line.run('list');
    expect(line.out.split('\n')[0]).toMatch(/^(ID +状态|还没有)/u);
  });

  it('says what went wrong', async () => {
    const line = new CommandLine();
    speak(spokenIn.zh);
    expect(await line.run('doctor')).toBe(1);
    expect(line.err).toBe('taskbell: Taskbell 没有运行。\n');
    expect(await line.run('watch')).toBe(2);
    expect(line.err).toContain('"watch" 需要 REF。');
  });
});
