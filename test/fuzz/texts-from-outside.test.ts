import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDataMoves } from '../../electron/ipc/data-moves.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import { lumen } from '../fakes/described-apis.ts';
import { completed, running } from '../fakes/scripted-http.ts';
import { addGateway } from '../fakes/whole-app.ts';
import { near } from './near.ts';
import { startWatchedApp, type WatchedApp } from './watched-app.ts';

const start = async (): Promise<WatchedApp> => {
  const watched = startWatchedApp();
  const { whole } = watched;
  await addGateway(whole);
  whole.app.dialects.save(lumen);
  whole.http.answer('task_1', running('task_1', 0.5));
  whole.http.answer('task_2', completed('task_2'));
  whole.app.tasks.watch('task_1 task_2', null, 'window');
  await whole.clock.advance(60_000);
  return watched;
};

const linkPart = fc.oneof(
  fc.constantFrom(
    'taskbell://watch',
    'TASKBELL:',
    '?',
    '&',
    '#',
    'ref=',
    'gateway=',
    'task_1',
    '%',
    '%0',
    '%F0',
  ),
  fc.constantFrom(
    'https://api.example.com/v1/videos/task_1',
    'javascript:',
    '\u202E',
    '\u0000',
    '/../',
    '\n',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

describe('links from outside', () => {
  it('of any kind only ever lead to a question in the window: 10,000 of them', async () => {
    const { whole, state } = await start();
    const before = state();
    fc.assert(
      fc.property(fc.array(linkPart, { maxLength: 9 }), (parts) => {
        whole.app.openLink(parts.join(''));
      }),
      { numRuns: 10_000 },
    );
    // What asks in the window is all that has happened.
    whole.desktop.opened.length = 0;
    expect(state()).toBe(before);
    whole.app.stop();
  });
});

describe('imported files', () => {
  it('of any kind are taken whole or refused with a sentence, and then nothing changes: 10,000 of them', async () => {
    const { whole: exporting } = await start();
    let written = '';
    const writing = createDataMoves(exporting.app, {
      read: () => Promise.resolve(failed('No.')),
      write: async (_path, pieces) => {
        for await (const piece of pieces) written += piece;
        return ok(null);
      },
    }).exportTo('x', 'json', false);
    for (let turn = 0; turn < 200; turn += 1) await exporting.clock.advance(1);
    await writing;
    exporting.app.stop();

    const sample = JSON.parse(written) as unknown;
    const fields = [
      'taskbell',
      'tasks',
      'gateways',
      'dialects',
      'report',
      'links',
      'phase',
      'addedAt',
      'id',
      '0',
    ];
    const file = fc.oneof(
      { weight: 9, arbitrary: near([sample], fields).map((value) => JSON.stringify(value ?? null)) },
      { weight: 1, arbitrary: fc.nat(written.length).map((length) => written.slice(0, length)) },
    );
    const count = { refused: 0, taken: 0 };
    const { whole: importing, state } = await start();
    let text = '';
    const moves = createDataMoves(importing.app, {
      read: () => Promise.resolve(ok(text)),
      write: () => Promise.resolve(failed('No.')),
    });
    await fc.assert(
      fc.asyncProperty(file, async (given) => {
        text = given;
        const before = state();
        const imported = await moves.importFrom('x');
        if (imported.ok) {
          count.taken += 1;
          return;
        }
        count.refused += 1;
        expect(imported.trouble).toMatch(/\S/);
        expect(state()).toBe(before);
      }),
      { numRuns: 10_000 },
    );
    for (const [way, times] of Object.entries(count)) expect(times, way).toBeGreaterThan(500);
    importing.app.stop();
  }, 120_000);
});
