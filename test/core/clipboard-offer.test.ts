import { expect, it } from 'vitest';
import { addGateway, key, startWholeApp, type WholeApp } from '../fakes/whole-app.ts';

const start = async (clipboard: string, wants = true): Promise<WholeApp> => {
  const whole = startWholeApp();
  await addGateway(whole);
  whole.app.preferences.setOffersClipboard(wants);
  whole.desktop.clipboard = clipboard;
  return whole;
};

it.each(['sora-2:task_01k6x15vhrff09dkkqjrzwhm60', 'https://api.example.com/v1/videos/task_01'])(
  'offers to watch %s',
  async (text) => {
    const { app } = await start(text);
    expect(await app.clipboardOffers.look()).toMatchObject({
      gateway: 'Studio',
      remoteIds: [expect.any(String)],
    });
  },
);

it.each([
  '',
  'Lunch at 12:30?',
  '2026-11-24',
  'well-known',
  key,
  `curl https://elsewhere.example/v1/videos/task_01 -H 'Authorization: Bearer ${key}'`,
  'https://elsewhere.example/v1/videos/task_01',
  `task_01 ${'x'.repeat(20_000)}`,
])('offers nothing for %j', async (text) => {
  const { app } = await start(text);
  expect(await app.clipboardOffers.look()).toBeNull();
});

it('does not even read the clipboard unless the user wants offers', async () => {
  const { app, desktop } = await start('task_01', false);
  desktop.ports.clipboard.read = () => Promise.reject(new Error('It was read.'));
  expect(await app.clipboardOffers.look()).toBeNull();
});

it('offers nothing that is watched already, and nothing that was refused', async () => {
  const { app, desktop, http } = await start('task_01');
  expect(await app.clipboardOffers.look()).not.toBeNull();
  app.clipboardOffers.refuse();
  expect(await app.clipboardOffers.look()).toBeNull();
  desktop.clipboard = 'task_02';
  expect(await app.clipboardOffers.look()).toEqual({ gateway: 'Studio', remoteIds: ['task_02'] });
  await app.tasks.watchClipboard(null);
  expect(await app.clipboardOffers.look()).toBeNull();
  expect(http.requests).toEqual([]);
  app.stop();
});
