import { describe, expect, it } from 'vitest';
import type { AppStatus } from '../../electron/shared/watchlist-view.ts';
import { noticesOf } from '../../renderer/notices.ts';
import { statusTextOf } from '../../renderer/status-text.ts';
import { appStatus, gatewayEntry, sampleNow, taskEntry, viewOf } from './view-samples.ts';

const textOf = (status: Partial<AppStatus>, now = sampleNow) =>
  statusTextOf(viewOf({ status: appStatus(status) }), now).text;

it('says when the next check is and what checking has cost', () => {
  const status = { nextCheckAt: sampleNow + 4000, requestsLastMinute: 9 };
  expect(textOf(status)).toBe('Next check in 4 s · 9 requests in the last minute');
  expect(textOf({ ...status, requestsLastMinute: 1 }, sampleNow + 4000)).toBe(
    'Checking · 1 request in the last minute',
  );
});

it('says the worst thing first', () => {
  const worst = { storeTrouble: 'The disk is full.', paused: true, online: false };
  expect(statusTextOf(viewOf({ status: appStatus(worst) }), sampleNow)).toEqual({
    tone: 'failed',
    text: 'The disk is full.',
    leadsToSettings: false,
  });
  expect(textOf({ ...worst, storeTrouble: null })).toMatch(/^Paused/);
  expect(textOf({ ...worst, storeTrouble: null, paused: false })).toMatch(/^No network/);
});

describe('a gateway in trouble', () => {
  const refused = gatewayEntry({ trouble: 'refused' });
  const silent = gatewayEntry({ id: 'gateway-ark', name: 'ark', trouble: 'timed-out' });

  it('is named, and the settings are offered', () => {
    const view = viewOf({ tasks: [taskEntry()], gateways: [refused] });
    expect(statusTextOf(view, sampleNow)).toEqual({
      tone: 'lost',
      text: 'winfull: key refused',
      leadsToSettings: true,
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
