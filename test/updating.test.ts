import { beforeEach, describe, expect, it } from 'vitest';
import { StoreFailure } from '../electron/core/store-failure.ts';
import { updateWayOf } from '../electron/platform/update-way.ts';
import { FakeUpdates } from './fakes/fake-updates.ts';
import { createManualClock, type ManualClock } from './fakes/manual-clock.ts';
import { savedAs } from './fakes/recording-files.ts';
import { completed } from './fakes/scripted-http.ts';
import { addGateway, startWholeApp, type WholeApp } from './fakes/whole-app.ts';

const dayMs = 24 * 3_600_000;

let clock: ManualClock;
let updates: FakeUpdates;
let whole: WholeApp;

const start = (way: ConstructorParameters<typeof FakeUpdates>[0]): void => {
  updates = new FakeUpdates(way);
  whole = startWholeApp({ clock, updates });
};
const notes = (): readonly string[] =>
  whole.desktop.trayViews.at(-1)?.menu.flatMap((item) => (item.kind === 'note' ? [item.text] : [])) ?? [];

beforeEach(() => {
  clock = createManualClock();
});

describe('a package that replaces itself', () => {
  beforeEach(() => start('installs'));

  it('looks once the start is over, and then once a day', async () => {
    expect(updates.looks).toBe(0);
    await clock.advance(10_000);
    expect(updates.looks).toBe(1);
    await clock.advance(3 * dayMs);
    expect(updates.looks).toBe(4);
  });

  it('tells in the tray that a newer version is here, and puts it in place at the end and not before', async () => {
    updates.found = '1.2.0';
    await clock.advance(20_000);
    expect(notes()).toContain('Version 1.2.0 is ready; it is put in place when you quit');
    expect(updates.installed).toEqual([]);
    whole.app.stop();
    whole.app.installUpdate();
    expect(updates.installed).toEqual(['1.2.0']);
  });

  it('leaves everything in place when there is none', async () => {
    await clock.advance(20_000);
    whole.app.installUpdate();
    expect([notes(), updates.installed]).toEqual([[], []]);
  });

  it('is not put in place while a save runs, but once it is over', async () => {
    await addGateway(whole);
    whole.http.answer('task_1', completed('task_1'));
    whole.app.tasks.watch('task_1', null, 'window');
    updates.found = '1.2.0';
    await clock.advance(20_000);
    whole.app.results.save(whole.onlyTask().id, '/videos');
    await clock.advance(2000);
    expect(whole.onlyTask().save?.state).toBe('saving');
    whole.app.installUpdate();
    expect(updates.installed).toEqual([]);
    whole.files.finish(0, savedAs('/videos/boat.mp4'));
    await clock.advance(2000);
    whole.app.installUpdate();
    expect(updates.installed).toEqual(['1.2.0']);
  });

  it('is not put in place while something waits in memory alone for the store', async () => {
    updates.found = '1.2.0';
    await clock.advance(20_000);
    whole.app.stop();
    whole = startWholeApp({
      clock,
      updates,
      store: (real) => ({
        ...real,
        saveSetting: () => {
          throw new StoreFailure('The watchlist could not be saved: disk full.');
        },
      }),
    });
    await clock.advance(20_000);
    whole.desktop.chooseInTray({ do: 'pause', choice: 'until-resumed' });
    expect(whole.app.view().status.storeTrouble).not.toBeNull();
    whole.app.installUpdate();
    expect(updates.installed).toEqual([]);
  });

  it('does not look, and installs nothing, after the user has turned that off', async () => {
    updates.found = '1.2.0';
    await clock.advance(20_000);
    whole.app.setLooksForUpdates(false);
    await clock.advance(3 * dayMs);
    whole.app.installUpdate();
    expect([updates.looks, updates.installed, notes()]).toEqual([1, [], []]);
    whole.app.setLooksForUpdates(true);
    await clock.advance(1000);
    expect([updates.looks, notes().length]).toEqual([2, 1]);
  });
});

it.each(['system', 'nowhere'] as const)('nothing is ever asked where the way is "%s"', async (way) => {
  start(way);
  whole.app.setLooksForUpdates(true);
  await clock.advance(3 * dayMs);
  expect(updates.looks).toBe(0);
});

it('a package that cannot replace itself only tells', async () => {
  start('tells');
  updates.found = '1.2.0';
  await clock.advance(20_000);
  expect(notes()).toContain('Version 1.2.0 is there; get it where you got this one');
  whole.app.installUpdate();
  expect(updates.installed).toEqual([]);
});

describe('what kind of package this is', () => {
  const linux = { platform: 'linux', executable: '/home/u/Taskbell/taskbell', hasAddress: true } as const;

  it.each([
    ['an AppImage', { ...linux, environment: { APPIMAGE: '/home/u/T.AppImage' } }, 'installs'],
    ['an unpacked archive', { ...linux, environment: {} }, 'tells'],
    ['a deb or rpm', { ...linux, executable: '/opt/Taskbell/taskbell', environment: {} }, 'system'],
    ['a snap', { ...linux, environment: { SNAP: '/snap/x' } }, 'system'],
    ['a Flatpak', { ...linux, environment: { FLATPAK_ID: 'x' } }, 'system'],
    ['a build that names no address', { ...linux, hasAddress: false, environment: {} }, 'nowhere'],
    ['an AppImage without one', { ...linux, hasAddress: false, environment: { APPIMAGE: '/a' } }, 'nowhere'],
    ['Windows', { ...linux, platform: 'win32', environment: {} }, 'installs'],
    [
      'portable Windows',
      { ...linux, platform: 'win32', environment: { PORTABLE_EXECUTABLE_FILE: 'x' } },
      'tells',
    ],
    ['macOS', { ...linux, platform: 'darwin', environment: {} }, 'installs'],
    [
      'macOS without an address',
      { ...linux, platform: 'darwin', hasAddress: false, environment: {} },
      'nowhere',
    ],
  ] as const)('%s', (_name, facts, way) => {
    expect(updateWayOf(facts)).toBe(way);
  });
});
