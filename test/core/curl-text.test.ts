import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { curlTextOf } from '../../electron/core/curl-text.ts';
import { dialectNamed } from '../../electron/dialects/registry.ts';

/** The words that a shell makes of the command, with the variable set. */
const wordsOf = (command: string): readonly string[] =>
  execFileSync('sh', ['-c', `curl() { printf '%s\\0' "$@"; }; ${command}`], {
    env: { GATEWAY_KEY: 'sk-secret' },
    encoding: 'utf8',
  })
    .split('\0')
    .slice(0, -1);

describe.skipIf(process.platform === 'win32')('a request as curl (a POSIX shell reads it back)', () => {
  it('asks what Taskbell asks, with the key of whoever runs it', () => {
    const relay = dialectNamed('relay');
    if (relay === null) throw new Error('There is no relay.');
    const asked = { baseUrl: 'https://api.example.com', remoteId: 'task_1' };
    const text = curlTextOf((key) => relay.request({ ...asked, key }));
    expect(text).toContain('"Authorization: Bearer $GATEWAY_KEY"');
    expect(wordsOf(text)).toEqual([
      'https://api.example.com/v1/videos/task_1',
      '-H',
      'Authorization: Bearer sk-secret',
      '-H',
      'Accept: application/json',
    ]);
  });

  it('keeps quotes, dollars, backticks and newlines from meaning anything to the shell', () => {
    const odd = `a'b"c\`d$(echo e)$HOME\\\n;f`;
    const text = curlTextOf((key) => ({
      url: `https://x.example/${odd}`,
      headers: { 'X-Odd': `${odd}${key}` },
      body: odd,
    }));
    expect(wordsOf(text)).toEqual([
      `https://x.example/${odd}`,
      '-H',
      `X-Odd: ${odd}sk-secret`,
      '--data',
      odd,
    ]);
  });
});
