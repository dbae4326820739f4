import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hangKeyring } from '../desktop/name-owners.ts';
import { startDesktopWithout, type ThrowAwayDesktop } from '../desktop/throw-away-desktop.ts';
import { createGateway } from '../gateway/gateway.ts';
import { running } from '../gateway/replies.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

let desktop: ThrowAwayDesktop;
let home: TaskbellHome;
let app: RunningApp;

afterEach(async () => {
  await app.quit();
  home.remove();
  await desktop.end();
});

const passphrase = 'correct horse battery';
const twice = `${passphrase}\n${passphrase}\n`;

const start = async (...without: readonly 'keyring'[]): Promise<void> => {
  desktop = await startDesktopWithout(...without);
  home = createTaskbellHome(desktop.environment);
  app = await home.launch('--hidden');
};

const restart = async (): Promise<void> => {
  await app.quit();
  app = await home.launch('--hidden');
};

describe('on a desktop with a keyring', () => {
  it('keys move into a file and back, over a restart, and the gateway takes them each time', async () => {
    await start();
    const gateway = await createGateway();
    await home.command(['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'], gateway.key);
    const test = () => home.command(['gateway', 'test', 'Studio']);
    expect(await home.command(['vault', 'move', 'file'], twice)).toMatchObject({ code: 0 });
    const file = join(home.folder, 'keys.taskbell');
    expect(readFileSync(file, 'utf8')).not.toContain(gateway.key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await restart();
    expect((await home.command(['vault', 'status'])).stdout).toContain('It is locked');
    expect((await home.command(['doctor'])).stdout).toMatch(/Keys .*encrypted file\. It is locked/);
    expect(await home.command(['vault', 'unlock'], 'not this one')).toMatchObject({ code: 1 });
    expect(await home.command(['vault', 'unlock'], passphrase)).toMatchObject({ code: 0 });
    expect(await test()).toMatchObject({ code: 0 });
    expect(await home.command(['vault', 'move', 'keyring'])).toMatchObject({ code: 0 });
    await restart();
    expect((await home.command(['vault', 'status'])).stdout).toBe('Keys are kept in the system’s keyring.\n');
    expect(await test()).toMatchObject({ code: 0 });
    await gateway.close();
  });

  it('one that dies in the middle of a call is told, stores nothing, and holds nothing up', async () => {
    await start();
    const keyring = await hangKeyring(desktop.environment);
    const adding = home.command(
      ['gateway', 'add', 'Studio', '--url', 'https://api.example.com', '--key-stdin'],
      'sk-died-meanwhile-0123456789',
    );
    expect(await home.command(['list'])).toMatchObject({ code: 0 });
    process.kill(keyring, 'SIGKILL');
    const added = await adding;
    expect(added).toMatchObject({ code: 1 });
    expect(added.stderr).toMatch(/keyring/i);
    expect((await home.command(['gateway', 'list', '--json'])).stdout.trim()).toBe('[]');
  });
});

describe('on a desktop without a keyring', () => {
  it('the user chooses in the window, enters the passphrase after a restart, and checking goes on', async () => {
    await start('keyring');
    const gateway = await createGateway();
    gateway.script('task_kept', [running(0.4, { prompt: 'Kept in a file' })]);
    await app.quit();
    app = await home.launch();
    const first = await app.window();
    const add = ['gateway', 'add', 'Studio', '--url', gateway.url, '--key-stdin'];
    expect(await home.command(add, gateway.key)).toMatchObject({ code: 1 });
    await first.getByText(/No keyring is running, so keys cannot be kept there/).waitFor();
    await first.getByRole('button', { name: 'Choose' }).click();
    await first.getByRole('radio', { name: 'In a file with a passphrase' }).check();
    await first.getByLabel('New passphrase').fill(passphrase);
    await first.getByLabel('Again').fill(passphrase);
    await first.getByRole('button', { name: 'Keep them there' }).click();
    await first.getByText('The keys are there now.').waitFor();
    expect(await home.command(add, gateway.key)).toMatchObject({ code: 0 });
    await app.quit();
    app = await home.launch();
    const window = await app.window();
    await window.getByText(/Your keys are in a locked file/).waitFor();
    await window.getByLabel('Passphrase').fill('not this one');
    await window.getByRole('button', { name: 'Unlock' }).click();
    await window.getByText('This is not the passphrase.').waitFor();
    await window.getByLabel('Passphrase').fill(passphrase);
    await window.getByRole('button', { name: 'Unlock' }).click();
    await window.getByText(/Your keys are in a locked file/).waitFor({ state: 'hidden' });
    expect(await home.command(['watch', 'task_kept'])).toMatchObject({ code: 0 });
    await window.getByRole('option').filter({ hasText: 'Kept in a file' }).waitFor();
    await gateway.close();
  });
});
