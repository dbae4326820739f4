import { expect, it } from 'vitest';
import type { GatewayEntry } from '../../electron/shared/watchlist-view.ts';
import { gatewayCostText, gatewayHealthText, storedText } from '../../renderer/gateway-text.ts';
import { gatewayEntry, sampleNow } from './view-samples.ts';

const textOf = (given: Partial<GatewayEntry>) => gatewayHealthText(gatewayEntry(given), [], sampleNow);

it('says that a gateway was not asked yet, in this run or in one before', () => {
  const fresh = gatewayEntry({ asked: false });
  expect(gatewayHealthText(fresh, [{ checkedAt: null }], sampleNow)).toBe('Not asked yet.');
  expect(gatewayHealthText(fresh, [{ checkedAt: sampleNow }], sampleNow)).toBe('No trouble.');
  expect(gatewayHealthText({ ...fresh, trouble: 'no-key' }, [], sampleNow)).not.toContain('Not asked');
});

it('says that nothing is wrong, what checking costs and what it may cost', () => {
  expect(textOf({ requestsLastMinute: 1 })).toBe('No trouble.');
  expect(gatewayCostText(gatewayEntry({ requestsLastMinute: 1 }))).toBe(
    '1 request in the last minute; at most 4 a second, 4 at a time.',
  );
  const slow = gatewayEntry({ budget: { requestsPerSecond: 1 / 3, concurrency: 1 } });
  expect(gatewayCostText(slow)).toContain('at most 0.33 a second, 1 at a time');
});

it('says of what is stored that its test had failed', () => {
  expect(storedText('Studio is added', null)).toBe('Studio is added');
  expect(storedText('Studio is added', 'refused')).toBe('Studio is added, but the gateway refused this key');
  expect(storedText('Studio is added', 'unknown-host')).toBe(
    'Studio is added, but the test failed: host not found',
  );
});

it('says what is wrong, how long the gateway waits and why', () => {
  const waits = { waitingUntil: sampleNow + 90_000, waitReason: 'gateway-asked' } as const;
  expect(textOf({ ...waits, trouble: 'rate-limited' })).toBe(
    'The gateway asks for fewer requests. Checking goes on after the wait it named. Its checks wait until 10:06:30, as it asked.',
  );
  expect(textOf({ ...waits, waitingUntil: sampleNow })).not.toContain('until');
  expect(textOf({ ...waits, waitReason: 'gateway-down' })).toContain('next at 10:06:30.');
  expect(textOf({ ...waits, waitReason: 'keyring' })).toContain('The keyring is tried again at 10:06:30.');
  expect(textOf({ waitReason: 'budget' })).toContain('Checks wait their turn');
});
