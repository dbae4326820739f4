import { expect, it } from 'vitest';
import { diagnosticsText } from '../../electron/cli/diagnostics-text.ts';
import { sampleDiagnostics } from '../fakes/control-dependencies.ts';
import { gatewayEntry, taskEntry, viewOf } from '../renderer/view-samples.ts';

it('diagnostics that are copied hold no key, no link, no address, no id, no title and no home', () => {
  const secrets = {
    key: 'sk-0123456789abcdef',
    link: 'https://cdn.example/1.mp4?signature=abc',
    address: 'https://api.winfull.example',
    id: 'sora-2:task_secret',
    title: 'A secret film',
    home: '/home/ada',
  };
  const view = viewOf({
    gateways: [gatewayEntry({ baseUrl: secrets.address, keyHint: 'cdef' })],
    tasks: [
      taskEntry({
        title: secrets.title,
        remoteId: secrets.id,
        links: [{ kind: 'video', url: secrets.link, needsKey: false, expiresAt: null }],
      }),
    ],
  });
  const diagnostics = {
    ...sampleDiagnostics,
    dataFolder: `${secrets.home}/.config/taskbell`,
    network: `There is a network. Bearer ${secrets.key} at ${secrets.link}`,
  };
  const text = diagnosticsText(view, diagnostics, { now: 0, home: secrets.home });
  for (const secret of [secrets.key, 'cdef', 'signature=abc', secrets.address, secrets.id, secrets.title])
    expect(text).not.toContain(secret);
  expect(text).not.toContain(secrets.home);
  expect(text).toContain('Data folder    ~/.config/taskbell');
  expect(text).toContain('Keyring        Keys are kept');
  expect(text).toMatch(/^winfull/m);
});
