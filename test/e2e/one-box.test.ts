import keytar from 'keytar';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGateway, type TestGateway } from '../gateway/gateway.ts';
import { running } from '../gateway/replies.ts';
import { minimaxSpoken } from '../gateway/spoken/minimax.ts';
import { createTaskbellHome, type RunningApp, type TaskbellHome } from './running-app.ts';

const key = 'sk-one-box-0123456789abcdef';
const taskId = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm80';

let relay: TestGateway;
let minimax: TestGateway;
let home: TaskbellHome;
let app: RunningApp;

beforeAll(async () => {
  [relay, minimax] = await Promise.all([
    createGateway({ key }),
    createGateway({ key, spoken: minimaxSpoken }),
  ]);
  home = createTaskbellHome();
  app = await home.launch();
});

afterAll(async () => {
  await app.quit();
  await Promise.all([relay.close(), minimax.close()]);
  for (const { account, password } of await keytar.findCredentials('Taskbell')) {
    if (password === key) await keytar.deletePassword('Taskbell', account);
  }
  home.remove();
});

it('a curl command pasted on the first run becomes a gateway with its key in the keychain, and a watched task', async () => {
  relay.script(taskId, [running(0.4, { prompt: 'From a curl command' })]);
  const window = await app.window();
  await window.getByRole('button', { name: 'Add a gateway' }).waitFor();
  const command = `curl --location --request GET '${relay.url}/v1/videos/${taskId}' \\\n  --header 'Authorization: Bearer ${key}'`;
  await window.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', text);
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
  }, command);
  await window.getByText('A key ending in cdef was found').waitFor();
  await window.getByRole('button', { name: 'Add gateway and watch' }).click();
  await window.getByRole('option').filter({ hasText: 'From a curl command' }).getByText('40%').waitFor();
  const kept = await keytar.findCredentials('Taskbell');
  expect(kept.map(({ password }) => password)).toContain(key);
});

it('a success that needs a second request gets its link, through a gateway of another dialect', async () => {
  const { remoteId } = minimaxSpoken;
  minimax.script(remoteId, [
    (moment) => minimaxSpoken.running(moment, 0),
    (moment) => minimaxSpoken.succeeded(moment),
  ]);
  const adding = ['gateway', 'add', 'Hailuo', '--url', minimax.url, '--dialect', 'minimax', '--key-stdin'];
  expect(await home.command(adding, key)).toMatchObject({ code: 0 });
  await home.command(['watch', remoteId, '--gateway', 'Hailuo']);
  expect(await home.command(['wait', remoteId, '--timeout', '40'])).toMatchObject({ code: 0 });
  const shown = JSON.parse((await home.command(['show', remoteId, '--json'])).stdout) as {
    readonly links: readonly { readonly url: string }[];
  };
  expect(shown.links).toMatchObject([{ kind: 'video', url: 'https://cdn.example.com/m/1.mp4' }]);
});
