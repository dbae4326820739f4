import { expect, it } from 'vitest';
import { gatewayHealthText } from '../../renderer/gateway-text.ts';
import { gatewayEntry, sampleNow } from './view-samples.ts';

it('says that nothing is wrong and what checking costs', () => {
  expect(gatewayHealthText(gatewayEntry({ requestsLastMinute: 1 }), sampleNow)).toBe(
    'No trouble. 1 request in the last minute.',
  );
  expect(gatewayHealthText(gatewayEntry({ requestsLastMinute: 0 }), sampleNow)).toBe('No trouble.');
});

it('says what is wrong and how long the gateway waits', () => {
  const limited = gatewayEntry({
    trouble: 'rate-limited',
    waitingUntil: sampleNow + 90_000,
    requestsLastMinute: 0,
  });
  expect(gatewayHealthText(limited, sampleNow)).toBe(
    'The gateway asks for fewer requests. Checking goes on after the wait it named. Its checks wait until 10:06:30.',
  );
  expect(gatewayHealthText({ ...limited, waitingUntil: sampleNow }, sampleNow)).not.toContain('until');
});
