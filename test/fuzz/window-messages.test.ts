import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answeringWith, channels, RefusedArguments } from '../../electron/ipc/answering.ts';
import { createHandlers, type Handlers } from '../../electron/ipc/handlers.ts';
import { failed, ok } from '../../electron/shared/result.ts';
import type { RequestChannel } from '../../electron/shared/ipc-contract.ts';
import { sampleDiagnostics } from '../fakes/control-dependencies.ts';
import { completed, running } from '../fakes/scripted-http.ts';
import { addGateway } from '../fakes/whole-app.ts';
import { wellFormed } from '../ipc/well-formed.ts';
import { near } from './near.ts';
import { startWatchedApp, type WatchedApp } from './watched-app.ts';

const runs = 250;
const messagesPerRun = 40;

const fieldNames = [
  'name',
  'baseUrl',
  'key',
  'dialect',
  'kinds',
  'quietHours',
  'selectors',
  'words',
  '0',
  '1',
];

/** A test of a gateway, and a link that is asked for anew, may wait for their turn, and time stands still here. */
const asked = channels.filter((channel) => channel !== 'gateways:test' && channel !== 'tasks:play');

interface Message {
  readonly channel: RequestChannel;
  readonly sent: readonly unknown[];
}

/** What a page that has been taken over might send. */
const message = (ids: readonly string[]): fc.Arbitrary<Message> =>
  fc.constantFrom(...asked).chain((channel) => {
    const samples = [wellFormed[channel], ...ids.flatMap((id) => [[id], [[id]]])];
    return fc.record({
      channel: fc.constant(channel),
      sent: near(samples, fieldNames).map((sent) => (Array.isArray(sent) ? (sent as unknown[]) : [sent])),
    });
  });

const start = async (): Promise<WatchedApp & { readonly handlers: Handlers }> => {
  const { whole, state, settledState } = startWatchedApp();
  await addGateway(whole);
  whole.http.answer('task_1', running('task_1', 0.5));
  whole.http.answer('task_2', completed('task_2'));
  whole.app.tasks.watch('task_1 task_2', null, 'window');
  await whole.clock.advance(60_000);
  const handlers = createHandlers({
    app: whole.app,
    diagnostics: {
      read: () => Promise.resolve(sampleDiagnostics),
      test: () => Promise.resolve(ok('Fine.')),
      text: () => Promise.resolve(''),
    },
    licences: () => Promise.resolve(null),
    about: { versions: { taskbell: '0', electron: '0', chromium: '0', node: '0' } },
    copyText: () => Promise.resolve(),
    hideWindow: () => undefined,
    newsSaid: () => undefined,
    files: { read: () => Promise.resolve(failed('No.')), write: () => Promise.resolve(failed('No.')) },
    chosenFiles: {
      toWrite: () => Promise.resolve(null),
      toRead: () => Promise.resolve(null),
      folder: () => Promise.resolve(null),
    },
  });
  return { whole, state, settledState, handlers };
};

const isRefusal = (answer: unknown): boolean =>
  typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false;

it('of any kind are answered or refused, and a refused one changes nothing: 10,000 of them', async () => {
  const count = { refused: 0, taken: 0, declined: 0 };
  const { whole: sample } = await start();
  const { gateways, tasks } = sample.app.view();
  const ids = [...gateways, ...tasks].map(({ id }) => id);
  sample.app.stop();
  await fc.assert(
    fc.asyncProperty(
      fc.array(message(ids), { minLength: messagesPerRun, maxLength: messagesPerRun }),
      async (messages) => {
        const { whole, state, settledState, handlers } = await start();
        const answer = answeringWith(handlers);
        for (const { channel, sent } of messages) {
          // A gateway that was asked answers meanwhile, and the desktop takes what it was given.
          const before = await settledState();
          const isUntouched = (): boolean => state() === before;
          try {
            const given = await answer(channel, sent);
            if (isRefusal(given)) {
              count.declined += 1;
              expect(isUntouched(), channel).toBe(true);
            } else count.taken += 1;
          } catch (error) {
            expect(error).toBeInstanceOf(RefusedArguments);
            count.refused += 1;
            expect(isUntouched(), channel).toBe(true);
          }
        }
        whole.app.stop();
      },
    ),
    { numRuns: runs, endOnFailure: true },
  );
  // Each of the three ways is taken, or the test would show little.
  for (const [way, times] of Object.entries(count)) expect(times, way).toBeGreaterThan(200);
}, 120_000);
