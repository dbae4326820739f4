import { describe, expect, it } from 'vitest';
import {
  isAsked,
  nextCheckReasonText,
  nextCheckText,
  standstillOf,
} from '../../electron/shared/next-check-text.ts';
import type { WaitReason } from '../../electron/shared/timing.ts';

const now = new Date(2025, 10, 22, 14, 2, 0).getTime();
const tomorrow = new Date(2025, 10, 23, 9, 14, 0).getTime();

const soon = now + 40_000;
const later = now + 3 * 60_000;

type Row = [reason: WaitReason | null, nextCheckAt: number | null, short: string, long: string];

describe('when a task is asked next and why', () => {
  it.each<Row>([
    ['schedule', now + 3000, 'checks in 3 s', 'in 3 s'],
    ['schedule', now + 100, 'checks in 1 s', 'in 1 s'],
    ['schedule', now, 'checking', 'checking'],
    [null, null, 'checking', 'checking'],
    ['retry', now + 20_000, 'retries in 20 s', 'after an error: in 20 s'],
    ['gateway-asked', later, 'waits until 14:05', 'waiting for the gateway: 14:05'],
    ['gateway-asked', soon, 'waits 40 s', 'waiting for the gateway: 40 s'],
    ['gateway-asked', tomorrow, 'waits until 23 Nov, 09:14', 'waiting for the gateway: 23 Nov, 09:14'],
    ['gateway-asked', now, 'told to wait', 'waiting for the gateway'],
    ['gateway-down', soon, 'retries in 40 s', 'gateway not reachable: tries again in 40 s'],
    ['gateway-down', null, 'no answer', 'gateway not reachable'],
    ['key', null, 'waits for a key', 'waits for a key'],
    ['keyring', soon, 'needs keyring', 'waits for the keyring: tries again in 40 s'],
    ['budget', now - 1000, 'waits its turn', 'waiting its turn'],
  ])('for %s at %s is "%s", and with the reason "%s"', (waitReason, nextCheckAt, short, long) => {
    const task = { waitReason, nextCheckAt };
    expect(nextCheckText(task, now, null)).toBe(short);
    expect(nextCheckReasonText(task, now, null)).toBe(long);
  });

  it('is a key that is waited for, also before a reason is given', () => {
    const task = { nextCheckAt: null, waitReason: null, trouble: 'refused' } as const;
    expect(nextCheckText(task, now, null)).toBe('waits for a key');
  });

  it('is never while all checks stand still', () => {
    const task = { nextCheckAt: soon, waitReason: 'schedule' } as const;
    expect(nextCheckText(task, now, 'paused')).toBe('paused');
    expect(nextCheckText(task, now, 'offline')).toBe('offline');
    expect(nextCheckReasonText(task, now, 'offline')).toBe('offline: when the network is back');
  });
});

it('stands still when paused, which is the user’s own doing, or without a network', () => {
  expect(standstillOf({ paused: true, online: false })).toBe('paused');
  expect(standstillOf({ paused: false, online: false })).toBe('offline');
  expect(standstillOf({ paused: false, online: true })).toBeNull();
});

it('asks about what has not ended, and about a lost task when the user wants it', () => {
  expect(isAsked({ phase: 'running', nextCheckAt: null })).toBe(true);
  expect(isAsked({ phase: 'lost', nextCheckAt: soon })).toBe(true);
  expect(isAsked({ phase: 'lost', nextCheckAt: null })).toBe(false);
  expect(isAsked({ phase: 'succeeded', nextCheckAt: soon })).toBe(false);
});
