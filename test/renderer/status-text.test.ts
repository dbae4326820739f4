import { expect, it } from 'vitest';
import { noticesOf } from '../../renderer/notices.ts';
import { statusTextOf } from '../../renderer/status-text.ts';
import { appStatus, sampleNow } from './view-samples.ts';

it('says when the next check is and what checking costs', () => {
  const status = appStatus({ nextCheckAt: sampleNow + 4000, requestsLastMinute: 9 });
  expect(statusTextOf(status, sampleNow).text).toBe('Next check in 4 s · 9 requests a minute');
  expect(statusTextOf({ ...status, requestsLastMinute: 1 }, sampleNow + 4000).text).toBe(
    'Checking · 1 request a minute',
  );
});

it('says the worst thing first', () => {
  const worst = appStatus({ storeTrouble: 'The disk is full.', paused: true, online: false });
  expect(statusTextOf(worst, sampleNow)).toEqual({ tone: 'failed', text: 'The disk is full.' });
  expect(statusTextOf({ ...worst, storeTrouble: null }, sampleNow).text).toMatch(/^Paused/);
  expect(statusTextOf({ ...worst, storeTrouble: null, paused: false }, sampleNow).text).toMatch(
    /^No network/,
  );
});

it('says that there is nothing to check', () => {
  expect(statusTextOf(appStatus(), sampleNow).text).toBe('Nothing to check');
});

it('notices what the desktop lacks', () => {
  expect(noticesOf(appStatus())).toEqual([]);
  expect(noticesOf(appStatus({ trayVisible: false, notificationsWork: false }))).toEqual([
    'no-notifications',
    'no-tray',
  ]);
});
