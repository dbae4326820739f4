import { describe, expect, it } from 'vitest';
import type { WaitReason } from '../../electron/shared/timing.ts';
import type { AppStatus, WatchlistView } from '../../electron/shared/watchlist-view.ts';
import { noticesOf } from '../../renderer/notices.ts';
import { statusTextOf } from '../../renderer/status-text.ts';
import { appStatus, gatewayEntry, sampleNow, taskEntry, viewOf } from './view-samples.ts';

const textOf = (status: Partial<AppStatus>, now = sampleNow) =>
  statusTextOf(viewOf({ status: appStatus(status) }), now).text;

const lineOf = (status: Partial<AppStatus>, given: Partial<WatchlistView> = {}, now = sampleNow) => {
  const { text, cost } = statusTextOf(viewOf({ status: appStatus(status), ...given }), now);
  return [text, cost];
};

it('says when the next check is and what checking has cost', () => {
  const status = { nextCheckAt: sampleNow + 4000, requestsLastMinute: 9 };
  expect(lineOf(status)).toEqual(['Next check in 4 s', '9 requests in the last minute']);
  expect(lineOf({ ...status, requestsLastMinute: 1 }, {}, sampleNow + 4000)).toEqual([
    'Checking',
    '1 request in the last minute',
  ]);
});

it('says why the next check is when it is', () => {
  const at = sampleNow + 4 * 3_600_000;
  const nextFor = (waitReason: WaitReason, nextCheckAt = at) =>
    lineOf({ nextCheckAt }, { tasks: [taskEntry({ nextCheckAt, waitReason })] })[0];
  expect(nextFor('gateway-asked')).toBe('Waiting for the gateway: 14:05');
  expect(nextFor('budget')).toBe('Waiting its turn');
  const gateways = [gatewayEntry(), gatewayEntry({ id: 'ark', name: 'ark' })];
  const tasks = [taskEntry({ nextCheckAt: at, waitReason: 'gateway-asked' })];
  expect(lineOf({ nextCheckAt: at }, { tasks, gateways })[0]).toBe('Waiting for winfull: 14:05');
  expect(nextFor('schedule', sampleNow + 4000)).toBe('Next check in 4 s');
});

it('says that it is quiet, and until when', () => {
  const quiet = { reason: 'hours', until: sampleNow + 4 * 3_600_000 } as const;
  expect(textOf({ quiet })).toBe('Nothing to check · quiet until 14:05 (quiet hours)');
  expect(textOf({ nextCheckAt: sampleNow + 4000, quiet: { reason: 'desktop', until: null } })).toBe(
    'Next check in 4 s · quiet while the desktop’s do-not-disturb is on',
  );
});

it('says that it checks while the only check to come is under way', () => {
  expect(lineOf({}, { tasks: [taskEntry()] })[0]).toBe('Checking');
});

it('says how the requests are shared out when there are several gateways', () => {
  const gateways = [
    gatewayEntry({ requestsLastMinute: 2 }),
    gatewayEntry({ id: 'studio', name: 'studio', requestsLastMinute: 12 }),
    gatewayEntry({ id: 'ark', name: 'ark', requestsLastMinute: 0 }),
  ];
  const status = { nextCheckAt: sampleNow + 4000, requestsLastMinute: 14 };
  expect(lineOf(status, { gateways })[1]).toBe('14 requests in the last minute: studio 12, winfull 2');
  expect(lineOf({ ...status, requestsLastMinute: 13 }, { gateways })[1]).toMatch(/^14 /);
});

it('says why checks are fewer than usual', () => {
  const status = { nextCheckAt: sampleNow + 4000 };
  expect(textOf({ ...status, slowedBy: 'metered' })).toBe('Next check in 4 s · slower: metered network');
  expect(textOf({ ...status, slowedBy: 'low-power' })).toBe('Next check in 4 s · slower: power saver');
});

it('says the worst thing first', () => {
  const worst = { storeTrouble: 'The disk is full.', paused: true, online: false };
  expect(statusTextOf(viewOf({ status: appStatus(worst) }), sampleNow)).toEqual({
    tone: 'failed',
    text: 'The disk is full.',
    cost: '',
    leadsTo: null,
  });
  expect(textOf({ ...worst, storeTrouble: null })).toMatch(/^Paused/);
  expect(textOf({ ...worst, storeTrouble: null, paused: false })).toMatch(/^No network/);
});

it('says that videos cannot be saved, and leads to the folder', () => {
  const save = {
    state: 'waiting',
    trouble: 'not-writable',
    bytes: 0,
    totalBytes: null,
    path: null,
    retryAt: sampleNow + 60_000,
  } as const;
  const ready = taskEntry({ phase: 'succeeded', save });
  expect(statusTextOf(viewOf({ tasks: [ready] }), sampleNow)).toMatchObject({
    tone: 'lost',
    text: '1 video cannot be saved',
    leadsTo: 'saving',
  });
  const later = { ...ready, save: { ...save, trouble: 'unreachable' as const } };
  expect(statusTextOf(viewOf({ tasks: [later] }), sampleNow).text).toBe('Nothing to check');
});

describe('a gateway in trouble', () => {
  const refused = gatewayEntry({ trouble: 'refused' });
  const silent = gatewayEntry({ id: 'gateway-ark', name: 'ark', trouble: 'timed-out' });

  it('is named, and the settings are offered', () => {
    const view = viewOf({ tasks: [taskEntry()], gateways: [refused] });
    expect(statusTextOf(view, sampleNow)).toEqual({
      tone: 'lost',
      text: 'winfull: key refused',
      cost: '0 requests in the last minute',
      leadsTo: 'gateways',
    });
  });

  it('comes first when it waits for the user', () => {
    const tasks = [taskEntry({ id: 'task-2', gatewayId: 'gateway-ark' }), taskEntry()];
    const status = appStatus({ nextCheckAt: sampleNow + 4000 });
    const view = viewOf({ tasks, gateways: [silent, refused], status });
    expect(statusTextOf(view, sampleNow).text).toBe(
      'winfull: key refused, and 1 more in trouble · next check in 4 s',
    );
  });

  it('is no news when no task waits for it', () => {
    const view = viewOf({ tasks: [taskEntry({ phase: 'succeeded' })], gateways: [refused] });
    expect(statusTextOf(view, sampleNow).tone).toBe('ready');
  });
});

it('says that there is nothing to check', () => {
  expect(textOf({})).toBe('Nothing to check');
});

it('notices what the desktop lacks', () => {
  expect(noticesOf(appStatus())).toEqual([]);
  expect(noticesOf(appStatus({ trayVisible: false, notificationsWork: false }))).toEqual([
    'no-notifications',
    'no-tray',
  ]);
});
