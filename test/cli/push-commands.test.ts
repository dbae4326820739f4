import { expect, it } from 'vitest';
import { CommandLine, withRunningApp } from './harness.ts';

const hook = 'https://chat.example.com/hooks/unmistakable-0123';

it('a target is added with what comes on standard input, one value a line', async () => {
  const line = await withRunningApp();
  line.stdin = `${hook}\r\nSEC0123\n`;
  expect(await line.run('push', 'add', 'Team', '--service', 'dingtalk', '--token-stdin')).toBe(0);
  expect(line.app.pushAdded).toEqual([
    { name: 'Team', service: 'dingtalk', url: null, entered: [hook, 'SEC0123'], allowPlainHttp: false },
  ]);
  expect(line.out).toBe('Added Team\n');
});

it('a target is added from a variable, which a started app does not inherit', async () => {
  const line = new CommandLine();
  line.env['HOOK'] = hook;
  expect(await line.run('push', 'add', 'Team', '--service', 'slack', '--token-env', 'HOOK')).toBe(0);
  expect(line.starts.map((start) => start.withoutEnv)).toEqual([['HOOK']]);
});

it.each([
  ['no service', ['push', 'add', 'Team', '--token-stdin'], 'Choose a service: ntfy, bark,'],
  ['another service', ['push', 'add', 'Team', '--service', 'sms', '--token-stdin'], 'Choose a service'],
  ['no source', ['push', 'add', 'Team', '--service', 'slack'], 'Give --token-stdin or --token-env VAR'],
  [
    'the token as a variable',
    ['push', 'add', 'T', '--service', 'slack', '--token-env', hook],
    'not the token itself',
  ],
  ['no word', ['push'], 'add, list, test or remove'],
])('with %s it says what to do, and repeats no secret', async (_what, words, sentence) => {
  const line = await withRunningApp();
  line.stdin = hook;
  expect(await line.run(...words)).toBe(2);
  expect(line.err).toContain(sentence);
  expect(line.err).not.toContain('unmistakable');
  expect(line.app.pushAdded).toEqual([]);
});

it('the list says how it stands with each target', async () => {
  const line = await withRunningApp();
  await line.run('push', 'list');
  expect(line.out).toContain('No phone or chat yet.');
  line.out = '';
  line.app.pushTargets = [
    {
      id: 'target-1',
      name: 'Team',
      service: 'slack',
      origin: 'https://chat.example.com',
      hint: '0123',
      kinds: ['ready'],
      gatewayIds: null,
      allowPlainHttp: false,
      last: { at: 0, failure: 'refused', said: 'invalid_token' },
      waiting: 2,
      undelivered: 0,
    },
  ];
  expect(await line.run('push', 'list')).toBe(0);
  expect(line.out).toMatch(
    /Team {2}Slack webhook {2}https:\/\/chat\.example\.com …0123 {2}Last message not delivered/,
  );
});

it('a test that fails is a failure of the command', async () => {
  const line = await withRunningApp();
  expect(await line.run('push', 'test', 'Phone')).toBe(0);
  expect(await line.run('push', 'test', 'Other')).toBe(1);
  expect(line.err).toContain('The service refused the message.');
});
