import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDeepLink, readDeepLink } from '../../electron/core/deep-link.ts';
import { oneLine } from '../../electron/core/one-line.ts';
import { words } from '../../electron/shared/language/spoken.ts';

describe('a taskbell: link', () => {
  it.each([
    ['taskbell://watch?ref=task_01', 'task_01', null],
    ['TASKBELL://WATCH/?ref=task_01', 'task_01', null],
    ['taskbell://watch?ref=sora-2%3Atask_01&gateway=My%20studio', 'sora-2:task_01', 'My studio'],
    ['taskbell://watch?ref=task_01&ref=task_02', 'task_01\ntask_02', null],
    [
      'taskbell://watch?ref=https%3A%2F%2Fapi.example.com%2Fv1%2Fvideos%2Ftask_01',
      'https://api.example.com/v1/videos/task_01',
      null,
    ],
    ['taskbell://watch?ref=a%2Bb%3D%3D01', 'a+b==01', null],
  ])('%s asks to watch %j', (link, text, gateway) => {
    expect(readDeepLink(link)).toEqual({ ok: true, value: { text, gateway } });
  });

  it.each([
    ['not-readable', 'taskbell:watch?ref=task_01'],
    ['not-readable', 'taskbell://user:pass@watch?ref=task_01'],
    ['not-readable', 'taskbell://watch:80?ref=task_01'],
    ['not-readable', 'taskbell://watch/../quit?ref=task_01'],
    ['not-readable', 'taskbell://watch?ref=task_01#fragment'],
    ['not-readable', 'taskbell://watch?ref=%E0%A4%A'],
    ['not-a-task', 'taskbell://watch?ref=task_01\n--no-sandbox'],
    ['not-readable', 'taskbell://watch?ref=task_01&gateway=a%E2%80%AEb'],
    ['not-readable', 'https://watch?ref=task_01'],
    ['not-readable', ''],
    ['unknown-action', 'taskbell://quit'],
    ['unknown-action', 'taskbell://remove?ref=task_01'],
    ['unknown-action', 'taskbell://watches?ref=task_01'],
    ['unknown-part', 'taskbell://watch?ref=task_01&key=abc'],
    ['unknown-part', 'taskbell://watch?ref=task_01&gateway=a&gateway=b'],
    ['unknown-part', 'taskbell://watch?ref=task_01&confirm=yes'],
    ['unknown-part', 'taskbell://watch?__proto__=1&ref=task_01'],
    ['no-task', 'taskbell://watch'],
    ['no-task', 'taskbell://watch?gateway=studio'],
    ['not-a-task', 'taskbell://watch?ref='],
    ['not-a-task', 'taskbell://watch?ref=%0A'],
    ['not-a-task', 'taskbell://watch?ref=a%20task_01'],
    ['not-a-task', 'taskbell://watch?ref=task_01%0Atask_02'],
    ['not-a-task', 'taskbell://watch?ref=task%E2%80%AE01'],
    ['not-a-task', 'taskbell://watch?ref=javascript%3Aalert(1)'],
    ['not-a-task', 'taskbell://watch?ref=file%3A%2F%2F%2Fetc%2Fpasswd'],
    ['not-a-task', 'taskbell://watch?ref=ftp%3A%2F%2Fhost%2Fx'],
    ['not-a-task', 'taskbell://watch?ref=https%3A%2F%2F'],
    ['not-a-task', `taskbell://watch?ref=${'x'.repeat(301)}`],
    ['not-a-task', 'taskbell://watch?ref=%22%3E%3Cscript%3E'],
    ['holds-secret', 'taskbell://watch?ref=sk-0123456789abcdef'],
    ['holds-secret', 'taskbell://watch?ref=https%3A%2F%2Fme%3Asecret%40api.example.com%2Fv1%2Fvideos%2Fx'],
    ['holds-secret', 'taskbell://watch?ref=https%3A%2F%2Fapi.example.com%2Fv1%2Fvideos%2Fx%3Fapi_key%3Dabc'],
    ['holds-secret', 'taskbell://watch?ref=task_01&gateway=Bearer%20abcdefghijk'],
    ['too-many', `taskbell://watch?${'ref=task_01&'.repeat(51)}`],
    ['too-long', `taskbell://watch?ref=${'x'.repeat(9000)}`],
  ] as const)('is refused as %s: %s', (trouble, link) => {
    expect(readDeepLink(link)).toEqual({ ok: false, trouble });
    expect(words().adding.linkTroubles[trouble]).toMatch(/refused/);
  });

  const anyLink = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.webUrl({ withQueryParameters: true, withFragments: true }),
    fc
      .tuple(
        fc.constantFrom('taskbell://watch?', 'taskbell://watch/?', 'taskbell:', 'TaskBell://watch?'),
        fc.array(fc.tuple(fc.constantFrom('ref', 'gateway', 'Ref', ''), fc.string({ unit: 'binary' })), {
          maxLength: 6,
        }),
      )
      .map(
        ([head, fields]) =>
          head +
          fields.map(([name, value]) => `${name}=${encodeURIComponent(value.toWellFormed())}`).join('&'),
      ),
  );

  it('never throws, and lets nothing through that is more than ids and http links, one a line', () => {
    fc.assert(
      fc.property(anyLink, (link) => {
        const read = readDeepLink(link);
        if (!read.ok) return;
        const lines = read.value.text.split('\n');
        expect(lines.length).toBeLessThanOrEqual(50);
        for (const line of lines) {
          expect(oneLine(line)).toBe(line);
          expect(line).not.toMatch(/[\s"'<>`]/);
          if (line.includes('://')) expect(line).toMatch(/^https?:\/\//i);
        }
        if (read.value.gateway !== null) expect(oneLine(read.value.gateway)).toBe(read.value.gateway);
      }),
      { numRuns: 2000 },
    );
  });

  it('brings every id through as it is', () => {
    const anyId = fc
      .stringMatching(/^[A-Za-z0-9][\w:.+=~-]{4,80}$/)
      .filter(
        (id) =>
          !/^(sk|pk|rk)[-_]|(sk|pk|rk)[-_]\w|^eyJ|^\w+:|api[-_]?key|authorization|bearer|basic/i.test(id),
      );
    fc.assert(
      fc.property(anyId, (id) => {
        expect(readDeepLink(`taskbell://watch?ref=${encodeURIComponent(id)}`)).toEqual({
          ok: true,
          value: { text: id, gateway: null },
        });
      }),
    );
  });

  it('is told from a command of the command line', () => {
    expect(['taskbell://watch', 'Taskbell:x', 'watch', 'https://a', '--hidden'].map(isDeepLink)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});
