import { expect, it } from 'vitest';
import { addGateway } from '../fakes/whole-app.ts';
import { withRunningApp } from './harness.ts';
import { commandLine } from './whole-command-line.ts';

it('who asks only how the keys are is not told that nothing was changed', async () => {
  const line = await withRunningApp();
  line.app.vault = { kind: 'keyring', locked: false, trouble: 'keyring-absent', leftovers: [] };
  expect(await line.run('vault', 'status')).toBe(0);
  expect(line.out).toContain('No keyring is running.');
  expect(line.out).not.toContain('Nothing was changed');
});

it('a test of a gateway whose key cannot be read says nothing of storing', async () => {
  const { line, whole } = await commandLine();
  await addGateway(whole);
  await whole.app.keys.forgetAll();
  whole.vault.trouble = 'keyring-absent';
  expect(await line.run('gateway', 'test', 'Studio')).toBe(1);
  expect(line.err).toContain('so the key cannot be read');
  expect(line.err).not.toContain('stored');
});

it('a gateway over plain http is refused with the option that allows it', async () => {
  const { line } = await commandLine();
  line.stdin = 'sk-0123456789';
  expect(await line.run('gateway', 'add', 'Other', '--url', 'http://gate.example', '--key-stdin')).toBe(2);
  expect(line.err).toContain('give --allow-plain-http');
});

it('a gateway is meant by its id too, such as that of the demo in any language', async () => {
  const { line, whole } = await commandLine();
  const id = await addGateway(whole, '演示');
  expect(await line.run('gateway', 'remove', id)).toBe(0);
  expect(whole.app.view().gateways).toEqual([]);
});
