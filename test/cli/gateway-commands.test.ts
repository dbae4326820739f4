import { describe, expect, it } from 'vitest';
import { CommandLine, withRunningApp } from './harness.ts';

const key = 'sk-test-0123456789-abcd';
const add = ['gateway', 'add', 'winfull', '--url', 'https://api.example.com'] as const;

describe('whether a gateway’s videos are saved', () => {
  it('is said, and chosen', async () => {
    const line = await withRunningApp();
    expect(await line.run('gateway', 'saving', 'winfull')).toBe(0);
    expect(line.out).toContain('as-set');
    expect(await line.run('gateway', 'saving', 'winfull', 'always')).toBe(0);
    expect(line.app.saving).toBe('always');
  });

  it('is none of other words', async () => {
    const line = await withRunningApp();
    expect(await line.run('gateway', 'saving', 'winfull', 'perhaps')).toBe(2);
    expect(line.err).toContain('as-set, always, never');
  });
});

describe('adding a gateway', () => {
  it('reads the key from standard input', async () => {
    const line = await withRunningApp();
    line.stdin = `${key}\n`;
    expect(await line.run(...add, '--key-stdin')).toBe(0);
    expect(line.app.keys.get('winfull')).toBe(key);
    expect(line.app.gateways[0]).toMatchObject({ url: 'https://api.example.com', dialect: 'relay' });
    expect(line.out).toBe('Added the gateway winfull at https://api.example.com. Its key ends in abcd.\n');
  });

  it('reads the key from a variable, which a started app does not inherit', async () => {
    const line = new CommandLine();
    line.env['GATEWAY_KEY'] = key;
    expect(await line.run(...add, '--key-env', 'GATEWAY_KEY')).toBe(0);
    expect(line.app.keys.get('winfull')).toBe(key);
    expect(line.starts.map((start) => start.withoutEnv)).toEqual([['GATEWAY_KEY']]);
  });

  it('hands on the rate, and leaves it to the gateway’s own pace otherwise', async () => {
    const line = await withRunningApp();
    line.stdin = key;
    await line.run(...add, '--key-stdin', '--rate', '0.5');
    await line.run('gateway', 'add', 'other', '--url', 'https://b.example', '--key-stdin');
    expect([...line.app.rates]).toEqual([
      ['winfull', 0.5],
      ['other', null],
    ]);
  });

  it.each(['fast', '-1', '1e3', '0x10', '1,5'])('refuses the rate %s', async (rate) => {
    const line = await withRunningApp();
    line.stdin = key;
    expect(await line.run(...add, '--key-stdin', `--rate=${rate}`)).toBe(2);
    expect(line.err).toContain('--rate takes a number of requests a second.');
    expect(line.app.gateways).toEqual([]);
  });

  it.each([
    ['as an option', [...add, '--key', key], 'process list'],
    ['as an option with "="', [...add, `--key=${key}`], 'process list'],
    ['as a further word', [...add, key, '--key-stdin'], 'takes one NAME'],
    ['as the name of a variable', [...add, '--key-env', key], 'not the key itself'],
    ['as a variable that is not set', [...add, '--key-env', 'GATEWAY_KEY'], 'not set or empty'],
    ['as a value of a switch', [...add, `--key-stdin=${key}`], 'takes no value'],
    ['as an unknown option', [...add, `--token=${key}`], 'no option --token'],
    ['as nothing on standard input', [...add, '--key-stdin'], 'No key came'],
  ])('refuses a key given %s and does not repeat it', async (_how, argv, sentence) => {
    const line = await withRunningApp();
    expect(await line.run(...argv)).toBe(2);
    expect(line.err).toContain(sentence);
    expect(line.err + line.out).not.toContain(key);
    expect(line.app.gateways).toEqual([]);
  });

  it('hands on what the app finds wrong', async () => {
    const line = await withRunningApp();
    line.stdin = key;
    expect(await line.run('gateway', 'add', 'winfull', '--url', 'api.example.com', '--key-stdin')).toBe(2);
    expect(line.err).toBe('taskbell: This is not a URL.\n');
  });
});

describe('gateways', () => {
  const withGateway = async (): Promise<CommandLine> => {
    const line = await withRunningApp();
    line.stdin = key;
    await line.run(...add, '--key-stdin');
    return line;
  };

  it('are listed in columns, with the end of the key at most', async () => {
    const line = await withGateway();
    expect(await line.run('gateway', 'list')).toBe(0);
    expect(line.out).toBe(
      'NAME     DIALECT  KEY    HEALTH  URL\nwinfull  relay    …abcd          https://api.example.com\n',
    );
  });

  it('are listed as JSON', async () => {
    const line = await withGateway();
    expect(await line.run('gateway', 'list', '--json')).toBe(0);
    expect(JSON.parse(line.out)).toEqual(line.app.gateways);
  });

  it('can be none', async () => {
    const line = await withRunningApp();
    expect(await line.run('gateway', 'list')).toBe(0);
    expect(line.out).toContain('There is no gateway yet.');
  });

  it('are tested: exit 0 when reached, 1 when not', async () => {
    const line = await withRunningApp();
    expect(await line.run('gateway', 'test', 'winfull')).toBe(0);
    expect(line.out).toBe('The gateway answers.\n');
    expect(await line.run('gateway', 'test', 'other')).toBe(1);
    expect(line.err).toBe('taskbell: The gateway refused the key.\n');
  });

  it('are removed by name; an unknown one exits 2', async () => {
    const line = await withGateway();
    expect(await line.run('gateway', 'remove', 'winfull')).toBe(0);
    expect(line.app.gateways).toEqual([]);
    expect(await line.run('gateway', 'remove', 'winfull')).toBe(2);
    expect(line.err).toBe('taskbell: There is no such gateway.\n');
  });
});
