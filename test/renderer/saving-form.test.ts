import { describe, expect, it } from 'vitest';
import { failed, ok } from '../../electron/shared/result.ts';
import { gibibyte, type SavingSettings } from '../../electron/shared/saving.ts';
import { SavingForm } from '../../renderer/saving-form.svelte.ts';
import { FakeBridge } from '../fakes/fake-bridge.ts';

const opened = async () => {
  const bridge = new FakeBridge();
  bridge.answers['saving:configure'] = (settings) => {
    if (!settings.folder.startsWith('/')) return failed('folder-missing');
    if (settings.largestBytes < gibibyte) return failed('size');
    bridge.saving = settings;
    return ok(settings);
  };
  const form = new SavingForm(bridge);
  await form.read();
  return { bridge, form };
};

const sent = (bridge: FakeBridge) => bridge.asked.at(-1)?.args.at(-1) as SavingSettings;

describe('the settings of saving', () => {
  it('say beside each entry why it was refused, and keep what was typed there', async () => {
    const { bridge, form } = await opened();
    await form.change('folder', 'Videos');
    await form.changeSize('a lot');
    expect(form.troubles).toEqual({ folder: 'folder-missing', largestBytes: 'size' });
    expect(form.shown?.folder).toBe('Videos');
    expect(form.size).toBe('a lot');
    expect(bridge.saving.folder).toBe('/home/ada/Downloads/Taskbell');
  });

  it('store an entry although another one was refused', async () => {
    const { bridge, form } = await opened();
    await form.change('folder', 'Videos');
    await form.change('nameTemplate', '{title}');
    expect(bridge.saving).toMatchObject({
      nameTemplate: '{title}',
      folder: '/home/ada/Downloads/Taskbell',
    });
    expect(form.shown).toMatchObject({ nameTemplate: '{title}', folder: 'Videos' });
    expect(form.troubles).toEqual({ folder: 'folder-missing' });
  });

  it('say nothing any more of an entry that was put right', async () => {
    const { form } = await opened();
    await form.changeSize('0');
    await form.changeSize('2,5');
    expect(form.troubles).toEqual({});
    expect(form.size).toBe('2.5');
  });

  it.each(['', 'a lot', '-1', '1e999'])('send a size of %j as one that is out of range', async (typed) => {
    const { bridge, form } = await opened();
    await form.changeSize(typed);
    expect(sent(bridge).largestBytes).toBe(0);
  });

  it('leave the folder when none is chosen', async () => {
    const { bridge, form } = await opened();
    bridge.answers['saving:choose-folder'] = () => null;
    await form.chooseFolder();
    expect(bridge.asked.at(-1)?.channel).toBe('saving:choose-folder');
    bridge.answers['saving:choose-folder'] = () => '/srv/videos';
    await form.chooseFolder();
    expect(form.shown?.folder).toBe('/srv/videos');
  });
});
