import fc from 'fast-check';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { createControlHandlers } from '../../electron/cli/control-handlers.ts';
import type { ControlCommand } from '../../electron/cli/control-contract.ts';
import { serveControl } from '../../electron/cli/control-server.ts';
import { addressIn, temporaryFolder } from '../cli/harness.ts';
import { controlDependencies } from '../fakes/control-dependencies.ts';
import { running } from '../fakes/scripted-http.ts';
import { addGateway } from '../fakes/whole-app.ts';
import { near } from './near.ts';
import { startWatchedApp } from './watched-app.ts';

const id = 'task_1';
const gateway = {
  name: 'Other',
  url: 'https://a.example',
  dialect: 'relay',
  key: 'sk-0123456789',
  allowPlainHttp: false,
  requestsPerSecond: null,
};

/** What each command takes, without those that wait for time to pass, which stands still here, or end the program. */
const wellFormed: Readonly<
  Record<
    Exclude<ControlCommand, 'task.wait' | 'task.remarks' | 'task.save' | 'gateway.test' | 'app.quit'>,
    unknown
  >
> = {
  'gateway.add': gateway,
  'gateway.list': {},
  'gateway.key': { name: 'Other', key: 'sk-0123456789' },
  'gateway.saving': { name: 'Other', saving: 'never' },
  'gateway.remove': { name: 'Other' },
  'vault.status': {},
  'vault.unlock': { passphrase: 'correct horse' },
  'vault.move': { to: 'memory', passphrase: null, leaveKeys: false },
  'vault.passphrase': { before: 'correct horse', next: 'battery staple' },
  'vault.forget': {},
  'dialect.list': {},
  'dialect.export': { id: 'relay' },
  'dialect.import': { text: '{}' },
  'dialect.remove': { id: 'custom:lumen' },
  'task.watch': { refs: ['task_9'], gateway: null, addGateway: null, allowPlainHttp: false },
  'task.list': {},
  'task.show': { id },
  'task.open': { id },
  'task.stop-saving': { id },
  'task.check': { id: null },
  'task.remove': { id: 'task_9' },
  'task.mute': { id, muted: true },
  'data.export': { path: '/nowhere/x.json', csv: false },
  'data.import': { path: '/nowhere/x.json' },
  'data.bin': {},
  'data.restore': { id: 'task_9' },
  'push.add': { name: 'Phone', service: 'ntfy', url: null, entered: ['boats'], allowPlainHttp: false },
  'push.list': {},
  'push.test': { name: 'Phone' },
  'push.remove': { name: 'Phone' },
  'app.open': {},
  'app.doctor': {},
  'app.language': {},
  'app.version': {},
  'app.notice': {},
  'app.pause': { forMs: 60_000 },
  'app.resume': {},
  'app.timing': { promptness: null },
  'app.quiet': { choice: null },
  'app.link': { link: 'taskbell://watch?ref=task_1' },
  'app.demo': {},
  'app.startup': { on: null },
};
const commands = Object.entries(wellFormed);
const fields = [...new Set(commands.flatMap(([, request]) => Object.keys(request as object)))];

const lineOfJson: fc.Arbitrary<string> = fc
  .constantFrom(...commands)
  .chain(([command, request]) =>
    fc.record({
      command: fc.oneof(
        { weight: 9, arbitrary: fc.constant(command) },
        { weight: 1, arbitrary: fc.string() },
      ),
      request: near([request], fields),
    }),
  )
  .map((message) => JSON.stringify(message, (_, value: unknown) => (typeof value === 'bigint' ? 1 : value)));

const line: fc.Arbitrary<string | Uint8Array> = fc.oneof(
  { weight: 8, arbitrary: lineOfJson },
  { weight: 1, arbitrary: fc.string({ maxLength: 200 }) },
  { weight: 1, arbitrary: fc.uint8Array({ maxLength: 200 }) },
);

const lines = 10_000;
const linesPerRun = 100;

it('of any kind get one line of JSON, break nothing, and change nothing when refused: 10,000 of them', async () => {
  const address = addressIn(temporaryFolder());
  const { whole, state, settledState } = startWatchedApp();
  await addGateway(whole);
  whole.http.answer('task_1', running('task_1', 0.5));
  whole.app.tasks.watch('task_1', null, 'window');
  const bugs: unknown[] = [];
  const served = await serveControl({
    address,
    handlers: createControlHandlers(controlDependencies(whole.app, whole.clock)),
    onBug: (error) => bugs.push(error),
  });
  onTestFinished(async () => {
    if (served.ok) await served.value.close();
    whole.app.stop();
  });
  const count = { refused: 0, taken: 0 };

  const send = async (one: string | Uint8Array): Promise<void> => {
    const before = await settledState();
    const socket = connect(address.path);
    // A line may end in the middle of the bytes; what comes after it finds nobody who reads.
    socket.on('error', () => undefined);
    socket.write(Buffer.concat([Buffer.from(one), Buffer.from('\n')]));
    const reply = JSON.parse(await text(socket)) as { readonly ok: boolean };
    if (reply.ok) count.taken += 1;
    else {
      count.refused += 1;
      expect(state(), String(one)).toBe(before);
    }
  };
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: linesPerRun, maxLength: linesPerRun }), async (sent) => {
      for (const one of sent) await send(one);
    }),
    { numRuns: lines / linesPerRun, endOnFailure: true },
  );
  expect(bugs).toEqual([]);
  for (const [way, times] of Object.entries(count)) expect(times, way).toBeGreaterThan(300);
}, 120_000);
