import { expect, it } from 'vitest';
import type { GatewayEntry } from '../../electron/shared/watchlist-view.ts';
import { FailedTests } from '../../renderer/failed-tests.ts';
import { gatewayCostText, gatewayHealthText, storedText } from '../../renderer/gateway-text.ts';
import { gatewayEntry, sampleNow } from './view-samples.ts';

const textOf = (given: Partial<GatewayEntry>) =>
  gatewayHealthText(gatewayEntry(given), { tasks: [], failedTest: null }, sampleNow);

it('says that a gateway was not asked yet, in this run or in one before', () => {
  const fresh = gatewayEntry({ asked: false });
  const saidOf = (checkedAt: number | null, gateway = fresh) =>
    gatewayHealthText(gateway, { tasks: [{ checkedAt }], failedTest: null }, sampleNow);
  expect(saidOf(null)).toBe('Not asked yet.');
  expect(saidOf(sampleNow)).toBe('No trouble.');
  expect(saidOf(null, { ...fresh, trouble: 'no-key' })).not.toContain('Not asked');
});

it('goes on saying that the last test of what is stored had failed, until a check comes after it', () => {
  const tests = new FailedTests();
  const saidWith = (checkedAt: number | null) => {
    const tasks = [{ checkedAt }];
    return gatewayHealthText(
      gatewayEntry(),
      { tasks, failedTest: tests.of('gateway-winfull', tasks) },
      sampleNow,
    );
  };
  tests.note('gateway-winfull', 'refused', sampleNow);
  expect(saidWith(null)).toBe('The last test failed: key refused.');
  expect(saidWith(sampleNow - 1)).toBe('The last test failed: key refused.');
  expect(saidWith(sampleNow + 1)).toBe('No trouble.');
  tests.note('gateway-winfull', null, sampleNow);
  expect(saidWith(null)).toBe('No trouble.');
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
